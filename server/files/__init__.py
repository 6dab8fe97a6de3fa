"""What people bring and take away: pictures, voice notes, papers; kept on disk, shown by signed address."""

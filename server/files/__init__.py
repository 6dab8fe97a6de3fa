"""What people bring and take away: pictures, voice notes, papers; seen by signed address only."""

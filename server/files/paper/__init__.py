"""Papers to hand over and to hang up: PDF, black on white, with a Chinese font inside."""

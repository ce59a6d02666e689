"""What the commands do to the screen: the application, built up room by room from its state."""

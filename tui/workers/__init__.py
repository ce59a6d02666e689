"""What happens off the screen: threads that ask and write, processes that convert, and what they report."""

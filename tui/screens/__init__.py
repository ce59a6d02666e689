"""The dialogs of the reader and its pages beside the main one."""

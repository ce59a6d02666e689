"""One file per part of a brief; each finds its part and says where it stands."""

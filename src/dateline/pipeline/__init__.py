"""The only room that knows all rooms: the list of stages, and the desk that runs them."""

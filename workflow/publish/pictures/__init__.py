"""Pictures without what a camera or a program wrote into them: place, time, device, names.

The picture itself is not touched, byte for byte; its colour profile and the way up stay.
"""

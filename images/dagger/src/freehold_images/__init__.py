"""Freehold's machine images by Dagger: the recipe that mmdebstrap follows, in a container."""

from .main import FreeholdImages as FreeholdImages

"""Stages in order, from an article to a coded document."""

from dragoman.pipeline.compose import Pipeline, check_order, standard_stages
from dragoman.pipeline.manifest import Manifest, manifest
from dragoman.pipeline.settings import Settings

__all__ = ["Manifest", "Pipeline", "Settings", "check_order", "manifest", "standard_stages"]

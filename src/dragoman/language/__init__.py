"""Text becomes words, sentences, trees and names."""

from dragoman.language.analyser import Analyser

__all__ = ["Analyser"]

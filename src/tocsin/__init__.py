"""Tocsin reads open news reporting on political violence into sourced records."""

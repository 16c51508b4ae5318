"""Case catalogue generator: YAML files become cases, cases a catalogue, and a catalogue a site."""

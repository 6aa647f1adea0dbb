"""Text → hits: personal data, wording, figures that do not agree, layout. Pure; nothing here reads a file."""

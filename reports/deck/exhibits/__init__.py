"""What slides are made of: frames, tiles, tables, charts, all measured."""

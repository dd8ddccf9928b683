"""How well the generator reads, measured on texts that carry labels. No part of the generator."""

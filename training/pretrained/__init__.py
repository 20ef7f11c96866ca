"""Pretrained encoders out of the packages that carry them, as folders in the form of Hugging Face."""

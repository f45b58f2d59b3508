#pragma once
#include <stddef.h>
#include <stdint.h>

/// What a scan of delimited text counts.
struct scan_counts {
    uint64_t delimiters;
    uint64_t line_ends;
    uint64_t quotes;
};

/// Counts the delimiters and line ends outside quotes in the whole 64-byte blocks of `bytes`, and the quotes.
///
/// `inside` says whether the bytes begin within quotes, and afterwards whether they end there.
void scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *inside,
                    struct scan_counts *counts);

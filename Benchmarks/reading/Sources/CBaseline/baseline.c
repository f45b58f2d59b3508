#include "baseline.h"

#if defined(__x86_64__)
#include <immintrin.h>

__attribute__((target("avx2"))) static uint64_t equal_mask(__m256i low, __m256i high, uint8_t sign) {
    const __m256i wanted = _mm256_set1_epi8((char)sign);
    const uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    const uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return (uint64_t)second << 32 | first;
}

/// Every bit becomes the parity of the bits up to it, so that quotes open and close.
__attribute__((target("avx2,pclmul"))) static uint64_t prefix_parity(uint64_t mask) {
    const __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)mask), _mm_set1_epi8((char)0xFF), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

__attribute__((target("avx2,pclmul,popcnt"))) static void scan_wide(
    const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *inside, struct scan_counts *counts) {
    uint64_t carry = *inside;
    for (size_t place = 0; place + 64 <= count; place += 64) {
        const __m256i low = _mm256_loadu_si256((const __m256i *)(bytes + place));
        const __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + place + 32));
        const uint64_t quotes = equal_mask(low, high, '"');
        const uint64_t quoted = prefix_parity(quotes) ^ carry;
        carry = (uint64_t)((int64_t)quoted >> 63);
        counts->delimiters += (uint64_t)_mm_popcnt_u64(equal_mask(low, high, delimiter) & ~quoted);
        counts->line_ends += (uint64_t)_mm_popcnt_u64(equal_mask(low, high, '\n') & ~quoted);
        counts->quotes += (uint64_t)_mm_popcnt_u64(quotes);
    }
    *inside = carry;
}
#endif

static void scan_narrow(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *inside,
                        struct scan_counts *counts) {
    uint64_t quoted = *inside;
    for (size_t place = 0; place < count; place++) {
        if (bytes[place] == '"') {
            quoted = ~quoted;
            counts->quotes++;
        } else if (!quoted) {
            counts->delimiters += bytes[place] == delimiter;
            counts->line_ends += bytes[place] == '\n';
        }
    }
    *inside = quoted;
}

void scan_structure(const uint8_t *bytes, size_t count, uint8_t delimiter, uint64_t *inside,
                    struct scan_counts *counts) {
    size_t whole = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul")) {
        whole = count / 64 * 64;
        scan_wide(bytes, whole, delimiter, inside, counts);
    }
#endif
    scan_narrow(bytes + whole, count - whole, delimiter, inside, counts);
}

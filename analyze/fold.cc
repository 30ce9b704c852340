#include "analyze/fold.h"

#include <algorithm>
#include <array>

#include "analyze/unicode.h"
#include "base/utf8.h"

namespace planmark {
namespace {

constexpr char32_t dropped = 0;

// Only what NFKC leaves as it is.
constexpr char32_t plain(char32_t c) {
  switch (c) {
    case U'\u00AD':  // soft hyphen
    case U'\u200B':  // zero-width space, non-joiner, joiner
    case U'\u200C':
    case U'\u200D':
    case U'\u200E':  // marks of writing direction
    case U'\u200F':
    case U'\u2060':  // word joiner
    case U'\uFEFF':
      return dropped;
    case U'\r':
    case U'\v':
    case U'\f':
    case U'\u0085':
    case U'\u1680':
    case U'\u2028':
    case U'\u2029':
      return U' ';
    case U'\u2010':
    case U'\u2011':
    case U'\u2012':
    case U'\u2013':
    case U'\u2014':
    case U'\u2015':
    case U'\u2212':
      return U'-';
    case U'`':
    case U'\u00B4':
    case U'\u02BC':
    case U'\u2018':
    case U'\u2019':
    case U'\u201A':
    case U'\u201B':
    case U'\u2032':
    case U'\u2035':
      return U'\'';
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u2033':
    case U'\u2036':
      return U'"';
    default:
      if ((c >= U'\u202A' && c <= U'\u202E') || (c >= U'\u2066' && c <= U'\u2069')) return dropped;
      return c;
  }
}

// Most of a text: ASCII that plain() leaves as it is.
constexpr auto kStays = [] {
  std::array<bool, 256> bytes{};
  for (char32_t c = 0; c < 0x80; ++c) bytes[c] = plain(c) == c;
  return bytes;
}();

}  // namespace

FoldedText fold(std::string_view text) {
  const NormalText normal = normal_form(text);
  FoldedText folded;
  folded.text.reserve(normal.text.size());
  folded.back.reserve(normal.text.size() + 1);
  for (std::size_t at = 0; at < normal.text.size();) {
    const std::size_t run = at;
    while (at < normal.text.size() && kStays[static_cast<unsigned char>(normal.text[at])]) ++at;
    folded.text.append(normal.text, run, at - run);
    const auto back = normal.back.begin();
    folded.back.insert(folded.back.end(), back + static_cast<std::ptrdiff_t>(run),
                       back + static_cast<std::ptrdiff_t>(at));
    if (at == normal.text.size()) break;
    const DecodedCharacter c = decode_at(normal.text, at);
    const char32_t kept = plain(c.value);
    if (kept == c.value)
      folded.text.append(normal.text, at, c.size);
    else if (kept != dropped)
      append_utf8(folded.text, kept);
    while (folded.back.size() < folded.text.size()) folded.back.push_back(normal.back[at]);
    at += c.size;
  }
  folded.back.push_back(static_cast<std::uint32_t>(text.size()));
  return folded;
}

Span FoldedText::original(Span span) const {
  if (span.empty()) return {back[span.begin], back[span.begin]};
  std::uint32_t end = span.end;
  while (end < text.size() && back[end] == back[span.end - 1]) ++end;
  return {back[span.begin], back[end]};
}

Span FoldedText::folded(Span span) const {
  const auto first_at = [&](std::uint32_t at) {
    return static_cast<std::uint32_t>(std::lower_bound(back.begin(), back.end(), at) - back.begin());
  };
  const std::uint32_t begin = first_at(span.begin);
  return {begin, std::max(begin, first_at(span.end))};
}

}  // namespace planmark

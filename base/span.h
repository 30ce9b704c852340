// A half-open byte range [begin, end) of one text.
//
// Every position in planmark (page, block, sentence, mention, quote) is a Span into the text of one Document
// (extract/document.h). Offsets are bytes of UTF-8; a Span always lies on character boundaries.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace planmark {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  constexpr bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(Span, Span) = default;
};

// The bytes of `span`. Requires: span.begin <= span.end <= text.size().
constexpr std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace planmark

#include "reports/html_text.h"

#include <cstdint>

#include "base/utf8.h"

namespace planmark {
namespace {

bool is_obeyed(char32_t c) {
  const bool control = (c < 0x20 && c != U'\t' && c != U'\n') || (c >= 0x7F && c < 0xA0);
  const bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction;
}

const char* entity_of(char32_t c) {
  switch (c) {
    case U'&':
      return "&amp;";
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'"':
      return "&quot;";
    case U'\'':
      return "&#39;";
  }
  return nullptr;
}

bool is_plain_in_html(char c) {
  return c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\'';
}

}  // namespace

std::string html_of(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_plain_in_html(text[at])) ++at;
    html.append(text.substr(begin, at - begin));
    if (at == text.size()) break;
    const DecodedCharacter c = decode_at(text, at);
    at += c.size;
    if (is_obeyed(c.value)) continue;
    if (const char* entity = entity_of(c.value))
      html += entity;
    else
      append_utf8(html, c.value);
  }
  return html;
}

std::string data_url(std::string_view type, std::string_view bytes) {
  constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string url = "data:" + std::string(type) + ";base64,";
  url.reserve(url.size() + bytes.size() / 3 * 4 + 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t left = bytes.size() - at;
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < 3; ++i)
      three = three << 8 | (i < left ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    for (std::size_t i = 0; i < 4; ++i) url += i <= left ? digits[three >> (18 - 6 * i) & 63] : '=';
  }
  return url;
}

}  // namespace planmark

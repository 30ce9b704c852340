#include "reports/searched_text.h"

#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "corpus/zip_archive.h"

namespace planmark {
namespace {

constexpr std::string_view packed = ";base64,";

int value_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// Stops at the first byte that is not base64.
std::string unpacked(std::string_view text) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    const int value = value_of(c);
    if (value < 0) break;
    held = held << 6 | static_cast<std::uint32_t>(value);
    if ((bits += 6) < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(held >> bits & 0xFF);
  }
  return bytes;
}

struct Parted {
  std::string text;
  std::vector<std::string> inside;
};

Parted without_data_urls(std::string_view bytes) {
  Parted parted;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t url = bytes.find(packed, at);
    parted.text += bytes.substr(at, url - at);
    if (url == std::string_view::npos) break;
    const std::size_t begin = url + packed.size();
    at = begin;
    while (at < bytes.size() && (value_of(bytes[at]) >= 0 || bytes[at] == '=')) ++at;
    parted.inside.push_back(unpacked(bytes.substr(begin, at - begin)));
  }
  return parted;
}

std::string without_elements(std::string_view markup) {
  std::string text;
  bool in_element = false;
  for (const char c : markup) {
    if (c == '<') in_element = true;
    text += in_element ? ' ' : c;
    if (c == '>') in_element = false;
  }
  return text;
}

struct Entity {
  std::string_view written;
  std::string_view text;
};
constexpr std::array<Entity, 8> entities = {{{"&lt;", "<"},
                                             {"&gt;", ">"},
                                             {"&quot;", "\""},
                                             {"&#39;", "'"},
                                             {"&apos;", "'"},
                                             {"&amp;", "&"},
                                             {"&nbsp;", " "},
                                             {"&shy;", ""}}};

std::string decoded(std::string_view markup) {
  std::string text;
  for (std::size_t at = 0; at < markup.size();) {
    const std::string_view rest = markup.substr(at);
    std::size_t taken = 0;
    for (const Entity& entity : entities) {
      if (!rest.starts_with(entity.written)) continue;
      text += entity.text;
      taken = entity.written.size();
      break;
    }
    if (taken == 0) text += rest.front();
    at += taken == 0 ? 1 : taken;
  }
  return text;
}

bool is_markup(std::string_view path, std::string_view bytes) {
  return path.ends_with(".html") || path.ends_with(".svg") || bytes.starts_with("<");
}

constexpr std::string_view png_begin = "\x89PNG\r\n\x1A\n";

// What a PNG says beside its dots, which read as text would hold any two letters by chance. What is drawn in
// it stands as text in the figure's other forms.
std::string png_text(std::string_view bytes) {
  std::string text;
  for (std::size_t at = png_begin.size(); at + 8 <= bytes.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
    const std::string_view kind = bytes.substr(at + 4, 4);
    const bool is_picture = kind == "IHDR" || kind == "PLTE" || kind == "IDAT" || kind == "IEND";
    if (!is_picture) text.append(bytes.substr(at + 8, size)).append("\n");
    if (size > bytes.size() - at) break;
    at += size + 12;
  }
  return text;
}

// Names and texts of what an archive holds (.docx, .xlsx, .qdpx). One that cannot be opened hides nothing
// from its reader but is searched as it stands.
std::vector<std::string> archived_texts(std::string_view path, std::string_view bytes) {
  const auto entries = read_zip(bytes, std::string(path));
  if (!entries) return {repaired_utf8(bytes)};
  std::vector<std::string> texts;
  for (const ZipEntry& entry : *entries) {
    texts.push_back(entry.name);
    for (std::string& text : searched_texts(entry.name, entry.bytes)) texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace

std::vector<std::string> searched_texts(std::string_view path, std::string_view bytes) {
  if (bytes.starts_with(png_begin)) return {repaired_utf8(png_text(bytes))};
  if (is_zip(bytes)) return archived_texts(path, bytes);
  const Parted parted = without_data_urls(bytes);
  std::vector<std::string> texts = {decoded(parted.text)};
  if (is_markup(path, bytes)) texts.push_back(decoded(without_elements(parted.text)));
  for (const std::string& inside : parted.inside)
    for (std::string& text : searched_texts({}, inside)) texts.push_back(std::move(text));
  for (std::string& text : texts) text = repaired_utf8(text);
  return texts;
}

}  // namespace planmark

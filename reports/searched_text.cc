#include "reports/searched_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <span>

#include "base/format.h"
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

void take(SearchedTexts found, SearchedTexts& all) {
  std::ranges::move(found.texts, std::back_inserter(all.texts));
  std::ranges::move(found.closed, std::back_inserter(all.closed));
}

constexpr std::string_view png_begin = "\x89PNG\r\n\x1A\n";

// "iTXt" is packed where the byte after its keyword says so.
bool is_packed_text(std::string_view kind, std::string_view data) {
  if (kind == "zTXt") return true;
  const std::size_t end = data.find('\0');
  return kind == "iTXt" && end != std::string_view::npos && data.substr(end + 1).starts_with('\1');
}

// What a PNG says beside its dots, which read as text would hold any two letters by chance. What is drawn in
// it stands as text in the figure's other forms.
SearchedTexts png_texts(std::string_view path, std::string_view bytes) {
  SearchedTexts all;
  std::string text;
  for (std::size_t at = png_begin.size(); at + 8 <= bytes.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i) size = size << 8 | static_cast<unsigned char>(bytes[at + i]);
    const std::string_view kind = bytes.substr(at + 4, 4), data = bytes.substr(at + 8, size);
    const bool is_picture = kind == "IHDR" || kind == "PLTE" || kind == "IDAT" || kind == "IEND";
    if (!is_picture) text.append(data).append("\n");
    if (is_packed_text(kind, data)) all.closed.push_back(format("{}: the picture's text is packed", path));
    if (size > bytes.size() - at) {
      all.closed.push_back(format("{}: the picture is cut", path));
      break;
    }
    at += size + 12;
  }
  all.texts.push_back(repaired_utf8(text));
  return all;
}

// Names and texts of what an archive holds (.docx, .xlsx, .qdpx).
SearchedTexts archived_texts(std::string_view path, std::string_view bytes) {
  SearchedTexts all;
  const auto entries = read_zip(bytes, std::string(path));
  if (!entries) {
    all.closed.push_back(format("{}: {}", path, entries.error().what));
    return all;
  }
  for (const ZipEntry& entry : *entries) {
    all.texts.push_back(entry.name);
    take(searched_texts(entry.name, entry.bytes), all);
  }
  return all;
}

bool begins_or_ends(std::string_view text, std::span<const std::string_view> with, bool begins) {
  return std::ranges::any_of(
      with, [&](std::string_view each) { return begins ? text.starts_with(each) : text.ends_with(each); });
}

bool is_archive(std::string_view path, std::string_view bytes) {
  constexpr std::array<std::string_view, 8> ends = {".docx", ".xlsx", ".pptx", ".odt",
                                                    ".ods",  ".odp",  ".qdpx", ".zip"};
  return bytes.starts_with("PK") || begins_or_ends(path, ends, false);
}

// gzip, bzip2, xz, 7z and PDF: nothing that is written here, and nothing that can be looked into.
bool is_shut(std::string_view bytes) {
  constexpr std::array<std::string_view, 5> begins = {"\x1F\x8B", "BZh",
                                                      "\xFD"
                                                      "7zXZ",
                                                      "7z\xBC\xAF", "%PDF"};
  return begins_or_ends(bytes, begins, true);
}

}  // namespace

SearchedTexts searched_texts(std::string_view path, std::string_view bytes) {
  if (bytes.starts_with(png_begin)) return png_texts(path, bytes);
  if (is_archive(path, bytes)) return archived_texts(path, bytes);
  SearchedTexts all;
  if (is_shut(bytes)) all.closed.push_back(format("{}: a file of this kind cannot be searched", path));
  const Parted parted = without_data_urls(bytes);
  all.texts.push_back(decoded(parted.text));
  if (is_markup(path, bytes)) all.texts.push_back(decoded(without_elements(parted.text)));
  for (const std::string& inside : parted.inside) take(searched_texts("data URL", inside), all);
  for (std::string& text : all.texts) text = repaired_utf8(text);
  return all;
}

}  // namespace planmark

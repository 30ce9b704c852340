#include "extract/wire.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <type_traits>

#include "base/format.h"
#include "base/utf8.h"

namespace planmark {
namespace {

enum class Kind : std::uint8_t { document, picture, text_table, problem };

constexpr std::uint8_t last_of(PageState) { return static_cast<std::uint8_t>(PageState::unreadable); }
constexpr std::uint8_t last_of(BlockKind) { return static_cast<std::uint8_t>(BlockKind::reference); }
constexpr std::uint8_t last_of(ProblemKind) { return static_cast<std::uint8_t>(ProblemKind::internal); }
constexpr std::uint8_t last_of(Colours) { return static_cast<std::uint8_t>(Colours::rgb); }
constexpr std::uint8_t last_of(Kind) { return static_cast<std::uint8_t>(Kind::problem); }

// The one list of what is sent of each type, in this order; Archive is Encoder or Decoder.
template <class Archive, class Value>
void each_field(Archive& archive, Value& value) {
  using T = std::remove_const_t<Value>;
  if constexpr (std::is_same_v<T, Span>) {
    archive(value.begin, value.end);
  } else if constexpr (std::is_same_v<T, Box>) {
    archive(value.x0, value.y0, value.x1, value.y1);
  } else if constexpr (std::is_same_v<T, Style>) {
    archive(value.font, value.size, value.bold, value.italic, value.colour);
  } else if constexpr (std::is_same_v<T, Word>) {
    archive(value.span, value.box, value.page, value.style);
  } else if constexpr (std::is_same_v<T, Page>) {
    archive(value.span, value.width, value.height, value.state, value.reason, value.label, value.ocr,
            value.ocr_confidence);
  } else if constexpr (std::is_same_v<T, Block>) {
    archive(value.span, value.kind, value.level, value.boxed, value.section, value.stem, value.table);
  } else if constexpr (std::is_same_v<T, Cell>) {
    archive(value.span, value.block, value.column, value.head);
  } else if constexpr (std::is_same_v<T, Problem>) {
    archive(value.kind, value.what, value.where, value.fix);
  } else if constexpr (std::is_same_v<T, PageProblem>) {
    archive(value.page, value.problem);
  } else if constexpr (std::is_same_v<T, PagePicture>) {
    archive(value.page, value.width, value.height, value.dpi, value.colours);
    archive.raw(value.pixels);
    archive(value.missing_fonts);
  } else if constexpr (std::is_same_v<T, TextRow>) {
    archive(value.cells, value.line);
  } else if constexpr (std::is_same_v<T, TextTable>) {
    archive(value.rows);
  } else {
    static_assert(std::is_same_v<T, Document>);
    archive(value.sha256, value.text, value.pages, value.blocks, value.cells, value.words, value.styles,
            value.title, value.producer, value.created, value.tagged, value.problems);
  }
}

class Encoder {
 public:
  template <class... Values>
  void operator()(const Values&... values) {
    (put(values), ...);
  }
  void raw(const std::string& bytes) {
    put(static_cast<std::uint32_t>(bytes.size()));
    bytes_ += bytes;
  }
  std::string take() { return std::move(bytes_); }

 private:
  template <class T>
  void put(const T& value) {
    if constexpr (std::is_same_v<T, float>)
      put(std::bit_cast<std::uint32_t>(value));
    else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>)
      put(static_cast<std::uint8_t>(value));
    else if constexpr (std::is_integral_v<T>)
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    else
      each_field(*this, value);
  }
  void put(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  void put(const std::vector<T>& list) {
    put(static_cast<std::uint32_t>(list.size()));
    for (const T& each : list) put(each);
  }

  std::string bytes_;
};

template <class T>
std::size_t smallest_size() {
  Encoder encoder;
  encoder(T{});
  return encoder.take().size();
}

bool is_printable(std::string_view text) {
  const bool plain = std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t';
  });
  if (!plain || !is_valid_utf8(text)) return false;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1))
    if (static_cast<unsigned char>(text[at + 1]) < 0xA0) return false;
  return true;
}

class Decoder {
 public:
  explicit Decoder(std::string_view bytes) : rest_(bytes) {}

  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  // Bytes that are no text.
  void raw(std::string& bytes) {
    std::uint32_t size = 0;
    get(size);
    if (!has(size)) return;
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
  }
  // Whether all that was asked for was there and could be what it was taken for.
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  bool has(std::size_t size) { return ok_ = ok_ && size <= rest_.size(); }

  template <class T>
  void get(T& value) {
    if constexpr (std::is_same_v<T, float>) {
      std::uint32_t bits = 0;
      get(bits);
      value = std::bit_cast<float>(bits);
      ok_ = ok_ && std::isfinite(value);
    } else if constexpr (std::is_enum_v<T> || std::is_same_v<T, bool>) {
      std::uint8_t number = 0;
      get(number);
      if constexpr (std::is_enum_v<T>)
        ok_ = ok_ && number <= last_of(T{});
      else
        ok_ = ok_ && number <= 1;
      value = ok_ ? static_cast<T>(number) : T{};
    } else if constexpr (std::is_integral_v<T>) {
      if (!has(sizeof value)) return;
      std::memcpy(&value, rest_.data(), sizeof value);
      rest_.remove_prefix(sizeof value);
    } else {
      each_field(*this, value);
    }
  }
  void get(std::string& text) {
    raw(text);
    ok_ = ok_ && is_printable(text);
  }
  template <class T>
  void get(std::vector<T>& list) {
    std::uint32_t count = 0;
    get(count);
    if (!has(count * smallest_size<T>())) return;
    list.resize(count);
    for (T& each : list) {
      get(each);
      if (!ok_) return;
    }
  }

  std::string_view rest_;
  bool ok_ = true;
};

tl::unexpected<Problem> nonsense(std::string what) {
  return failure(ProblemKind::crashed,
                 "the worker sent something that is no document, picture or table: " + std::move(what));
}

std::vector<std::string> faults_of(const Document& document) { return check_document(document); }

std::vector<std::string> faults_of(const PagePicture& picture) {
  const auto pixels = std::uint64_t{picture.width} * picture.height;
  if (pixels > 0 && pixels <= most_pixels && picture.dpi > 0 &&
      picture.pixels.size() == pixels * channels_of(picture.colours))
    return {};
  return {format("{} bytes for {} by {} pixels", picture.pixels.size(), picture.width, picture.height)};
}

std::vector<std::string> faults_of(const TextTable& table) {
  for (const TextRow& row : table.rows)
    if (row.cells.size() != table.rows.front().cells.size())
      return {format("{} cells below {} columns", row.cells.size(), table.rows.front().cells.size())};
  return {};
}

template <class Value>
Result<Product> decode_as(Decoder& decoder, std::size_t size) {
  Value value;
  decoder(value);
  if (!decoder.ok() || !decoder.at_end())
    return nonsense(format("{} bytes that end early or are out of range", size));
  const std::vector<std::string> faults = faults_of(value);
  if (!faults.empty()) return nonsense(faults.front());
  return value;
}

}  // namespace

std::string encode(const Result<Product>& outcome) {
  Encoder encoder;
  if (!outcome)
    encoder(Kind::problem, outcome.error());
  else if (const auto* document = std::get_if<Document>(&*outcome))
    encoder(Kind::document, *document);
  else if (const auto* picture = std::get_if<PagePicture>(&*outcome))
    encoder(Kind::picture, *picture);
  else
    encoder(Kind::text_table, std::get<TextTable>(*outcome));
  return encoder.take();
}

Result<Product> decode(std::string_view bytes) {
  Decoder decoder(bytes);
  Kind kind{};
  decoder(kind);
  if (decoder.ok() && kind == Kind::document) return decode_as<Document>(decoder, bytes.size());
  if (decoder.ok() && kind == Kind::picture) return decode_as<PagePicture>(decoder, bytes.size());
  if (decoder.ok() && kind == Kind::text_table) return decode_as<TextTable>(decoder, bytes.size());
  Problem problem;
  decoder(problem);
  if (decoder.ok() && decoder.at_end()) return tl::unexpected(std::move(problem));
  return nonsense(format("{} bytes that end early or are out of range", bytes.size()));
}

}  // namespace planmark

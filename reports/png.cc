#include "reports/png.h"

#include <png.h>

#include <cstring>
#include <optional>
#include <vector>

namespace planmark {
namespace {

void append(png_structp png, png_bytep bytes, std::size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), size);
}

void nothing_to_flush(png_structp) {}

struct Writer {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png ? png_create_info_struct(png) : nullptr;
  Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { png_destroy_write_struct(&png, &info); }
};

struct Encoding {
  int type = PNG_COLOR_TYPE_RGB;
  bool is_as_cairo = false;          // blue before red, and a fourth byte
  std::vector<png_color> palette{};  // of PNG_COLOR_TYPE_PALETTE
};

// libpng leaves with longjmp: nothing in here has a destructor to run.
bool write(const Writer& writer, const DotRows& picture, const Encoding& encoding, png_bytepp rows,
           std::string* file) {
  if (setjmp(png_jmpbuf(writer.png))) return false;
  png_set_write_fn(writer.png, file, append, nothing_to_flush);
  png_set_compression_level(writer.png, 1);
  png_set_filter(writer.png, 0, PNG_FILTER_NONE);
  png_set_IHDR(writer.png, writer.info, picture.width, picture.height, 8, encoding.type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (!encoding.palette.empty())
    png_set_PLTE(writer.png, writer.info, encoding.palette.data(), static_cast<int>(encoding.palette.size()));
  png_write_info(writer.png, writer.info);
  if (encoding.is_as_cairo) {
    png_set_bgr(writer.png);
    png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
  }
  png_write_image(writer.png, rows);
  png_write_end(writer.png, nullptr);
  return true;
}

// libpng reads the rows and does not change them.
Result<std::string> written(const DotRows& picture, const Encoding& encoding, std::vector<png_bytep> rows) {
  const Writer writer;
  std::string file;
  if (!writer.info || !write(writer, picture, encoding, rows.data(), &file))
    return failure(ProblemKind::internal, "the picture cannot be written as PNG");
  return file;
}

std::vector<png_bytep> rows_of(const DotRows& picture) {
  std::vector<png_bytep> rows;
  for (std::size_t i = 0; i < picture.height; ++i)
    rows.push_back(const_cast<png_bytep>(picture.first + i * picture.stride));
  return rows;
}

// Colours that agree in the upper five bits of red, green and blue are one shade.
constexpr std::size_t shades = 1U << 15;
constexpr std::size_t most_shades = 256;

std::uint32_t colour_of(const unsigned char* dot) {
  const std::uint32_t all = std::uint32_t{dot[0]} | std::uint32_t{dot[1]} << 8 | std::uint32_t{dot[2]} << 16 |
                            std::uint32_t{dot[3]} << 24;
  return all & 0xFFFFFF;
}
std::size_t shade_of(std::uint32_t colour) {
  return (colour >> 9 & 0x7C00) | (colour >> 6 & 0x3E0) | (colour >> 3 & 0x1F);
}

// Calls `each` with the place, length and colour of each run of one colour.
template <class Each>
void for_runs_in(const unsigned char* row, std::size_t width, Each each) {
  for (std::size_t begin = 0; begin < width;) {
    const std::uint32_t colour = colour_of(row + 4 * begin);
    std::size_t end = begin + 1;
    while (end < width && colour_of(row + 4 * end) == colour) ++end;
    each(begin, end - begin, colour);
    begin = end;
  }
}

// A chart's rows are for the most part as those above them.
bool is_as_above(const DotRows& dots, std::size_t row) {
  const unsigned char* here = dots.first + row * dots.stride;
  return row > 0 && std::memcmp(here, here - dots.stride, std::size_t{4} * dots.width) == 0;
}

// The same picture as places in a palette.
struct Placed {
  struct Shade {
    std::uint32_t colour;  // that of its longest run: an area's own, not one of its softened edge
    std::size_t longest;
  };
  std::vector<Shade> palette{};  // as they are met
  std::vector<png_byte> places;
  std::vector<png_bytep> rows{};  // into places
};

constexpr std::int16_t no_place = -1;

// false: it takes more shades than a palette has.
bool place_row(const unsigned char* row, std::size_t width, std::vector<std::int16_t>& place_of_shade,
               Placed& placed, png_bytep places) {
  bool has_room = true;
  for_runs_in(row, width, [&](std::size_t begin, std::size_t length, std::uint32_t colour) {
    std::int16_t& place = place_of_shade[shade_of(colour)];
    if (place == no_place) {
      has_room = has_room && placed.palette.size() < most_shades;
      if (!has_room) return;
      place = static_cast<std::int16_t>(placed.palette.size());
      placed.palette.push_back({colour, length});
    }
    Placed::Shade& shade = placed.palette[static_cast<std::size_t>(place)];
    if (length > shade.longest) shade = {colour, length};
    std::memset(places + begin, place, length);
  });
  return has_room;
}

// nullopt: it takes more shades than a palette has.
std::optional<Placed> placed_dots(const DotRows& dots) {
  Placed placed{.places = std::vector<png_byte>(std::size_t{dots.width} * dots.height)};
  std::vector<std::int16_t> place_of_shade(shades, no_place);
  for (std::size_t row = 0; row < dots.height; ++row) {
    const png_bytep places = placed.places.data() + row * dots.width;
    placed.rows.push_back(is_as_above(dots, row) ? placed.rows.back() : places);
    if (placed.rows.back() == places &&
        !place_row(dots.first + row * dots.stride, dots.width, place_of_shade, placed, places))
      return std::nullopt;
  }
  return placed;
}

std::vector<png_color> colours_of(const std::vector<Placed::Shade>& palette) {
  std::vector<png_color> colours;
  for (const Placed::Shade& shade : palette)
    colours.push_back({static_cast<png_byte>(shade.colour >> 16), static_cast<png_byte>(shade.colour >> 8),
                       static_cast<png_byte>(shade.colour)});
  return colours;
}

}  // namespace

Result<std::string> png_of(const PagePicture& picture) {
  const std::size_t row_size = std::size_t{picture.width} * channels_of(picture.colours);
  if (row_size == 0 || picture.pixels.size() != row_size * picture.height)
    return failure(ProblemKind::internal, "the picture of the page is not whole");
  const DotRows dots = {reinterpret_cast<const unsigned char*>(picture.pixels.data()), row_size,
                        picture.width, picture.height};
  const bool is_grey = picture.colours == Colours::grey;
  return written(dots, {is_grey ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB}, rows_of(dots));
}

Result<std::string> png_of_dots(const DotRows& dots) {
  const std::optional<Placed> placed = placed_dots(dots);
  if (!placed) return written(dots, {PNG_COLOR_TYPE_RGB, true}, rows_of(dots));
  return written(dots, {PNG_COLOR_TYPE_PALETTE, false, colours_of(placed->palette)}, placed->rows);
}

}  // namespace planmark

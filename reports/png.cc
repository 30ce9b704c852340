#include "reports/png.h"

#include <png.h>

#include <memory>
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

// libpng leaves with longjmp: nothing in here has a destructor to run.
bool write(const Writer& writer, const DotRows& picture, int colours, png_bytepp rows, std::string* file) {
  if (setjmp(png_jmpbuf(writer.png))) return false;
  png_set_write_fn(writer.png, file, append, nothing_to_flush);
  png_set_compression_level(writer.png, 1);
  png_set_filter(writer.png, 0, PNG_FILTER_NONE);
  png_set_IHDR(writer.png, writer.info, picture.width, picture.height, 8,
               colours == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(writer.png, writer.info);
  if (colours == 4) {
    png_set_bgr(writer.png);
    png_set_filler(writer.png, 0, PNG_FILLER_AFTER);
  }
  png_write_image(writer.png, rows);
  png_write_end(writer.png, nullptr);
  return true;
}

// `colours`: bytes of a dot.
Result<std::string> written(const DotRows& picture, int colours) {
  std::vector<png_bytep> rows;
  for (std::size_t i = 0; i < picture.height; ++i)  // which libpng reads and does not change
    rows.push_back(const_cast<png_bytep>(picture.first + i * picture.stride));
  const Writer writer;
  std::string file;
  if (!writer.info || !write(writer, picture, colours, rows.data(), &file))
    return failure(ProblemKind::internal, "the picture cannot be written as PNG");
  return file;
}

}  // namespace

Result<std::string> png_of(const PagePicture& picture) {
  const std::size_t row_size = std::size_t{picture.width} * channels_of(picture.colours);
  if (row_size == 0 || picture.pixels.size() != row_size * picture.height)
    return failure(ProblemKind::internal, "the picture of the page is not whole");
  return written({reinterpret_cast<const unsigned char*>(picture.pixels.data()), row_size, picture.width,
                  picture.height},
                 static_cast<int>(channels_of(picture.colours)));
}

Result<std::string> png_of_dots(const DotRows& dots) { return written(dots, 4); }

}  // namespace planmark

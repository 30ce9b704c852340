#include "extract/render_page.h"

#include <GfxFont.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <set>

#include "base/format.h"
#include "extract/open_pdf.h"

namespace planmark {
namespace {

// 0: the page has no area.
std::uint32_t affordable_dpi(PDFDoc& pdf, int number, std::uint32_t wanted) {
  const double inches = pdf.getPageCropWidth(number) / 72 * (pdf.getPageCropHeight(number) / 72);
  if (!std::isfinite(inches) || inches <= 0) return 0;
  const double most = std::sqrt(0.99 * most_pixels / inches);  // sides are rounded up
  return static_cast<std::uint32_t>(std::clamp(most, 0.0, static_cast<double>(wanted)));
}

class Canvas : public SplashOutputDev {
 public:
  using SplashOutputDev::SplashOutputDev;

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* text, int length) override {
    SplashOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code, bytes, text, length);
    const std::shared_ptr<GfxFont>& wanted = state->getFont();
    if (wanted && !getCurrentFont()) missing_.insert(wanted->getName().value_or("a font without a name"));
  }

  // Sorted.
  std::vector<std::string> missing_fonts() const { return {missing_.begin(), missing_.end()}; }

 private:
  std::set<std::string> missing_;
};

// Rows without the padding that Splash puts behind each.
std::string pixels_of(const SplashBitmap& bitmap, std::size_t row_size) {
  std::string pixels;
  const auto rows = static_cast<std::size_t>(bitmap.getHeight());
  pixels.reserve(rows * row_size);
  const unsigned char* row = bitmap.getDataPtr();
  for (std::size_t i = 0; i < rows; ++i, row += bitmap.getRowSize())
    pixels.append(reinterpret_cast<const char*>(row), row_size);
  return pixels;
}

Result<PagePicture> drawn(PDFDoc& pdf, const RenderPage& wanted) {
  const int number = static_cast<int>(wanted.page) + 1;
  if (!pdf.getPage(number)) return failure(ProblemKind::damaged, "the page is missing or broken");
  PagePicture picture;
  picture.page = wanted.page;
  picture.colours = wanted.colours;
  picture.dpi = affordable_dpi(pdf, number, wanted.dpi);
  if (picture.dpi == 0) return failure(ProblemKind::damaged, "the page has no size that can be drawn");

  const TrueColours colours;
  SplashColor white = {255, 255, 255};
  Canvas canvas(wanted.colours == Colours::grey ? splashModeMono8 : splashModeRGB8,
                /*bitmapRowPadA=*/4, /*reverseVideoA=*/false, white);
  canvas.setFontAntialias(true);
  canvas.setVectorAntialias(true);
  canvas.setFreeTypeHinting(/*enable=*/false, /*enableSlightHinting=*/false);
  canvas.startDoc(&pdf);
  pdf.displayPage(&canvas, number, picture.dpi, picture.dpi, /*rotate=*/0, /*useMediaBox=*/false,
                  /*crop=*/true,
                  /*printing=*/false);
  const SplashBitmap* bitmap = canvas.getBitmap();
  if (!bitmap || !bitmap->getDataPtr() || bitmap->getWidth() <= 0 || bitmap->getHeight() <= 0)
    return failure(ProblemKind::damaged, "the page cannot be drawn");
  picture.width = static_cast<std::uint32_t>(bitmap->getWidth());
  picture.height = static_cast<std::uint32_t>(bitmap->getHeight());
  picture.missing_fonts = canvas.missing_fonts();
  picture.pixels = pixels_of(*bitmap, std::size_t{picture.width} * channels_of(picture.colours));
  return picture;
}

}  // namespace

Result<PagePicture> render_page(std::string_view bytes, const std::string& password,
                                const RenderPage& wanted) {
  const auto pdf = open_pdf(bytes, password);
  if (!pdf) return tl::unexpected(pdf.error());
  try {
    const int pages = (*pdf)->getNumPages();
    if (wanted.page >= static_cast<std::uint32_t>(pages))
      return failure(ProblemKind::not_found,
                     format("there is no page {}: the document has {}", wanted.page + 1, pages));
    return drawn(**pdf, wanted);
  } catch (const std::bad_alloc&) {
    return failure(ProblemKind::too_large, "drawing the page takes more memory than is allowed");
  } catch (const std::exception& error) {
    return failure(ProblemKind::damaged, format("drawing the page failed: {}", error.what()));
  }
}

}  // namespace planmark

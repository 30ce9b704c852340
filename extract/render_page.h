// Draws one page of a PDF with Poppler.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/page_picture.h"

namespace planmark {

struct RenderPage {
  std::uint32_t page = 0;   // 0-based
  std::uint32_t dpi = 100;  // less when the picture would pass most_pixels
  Colours colours = Colours::rgb;
};

// The page as shown: rotated and cropped as the Document says, on white. A font that the file does not carry
// is drawn with the machine's own that is most like it; where there is none, or a worker cannot be confined
// to font folders (no Landlock), its words are left out and the font is named. Errors: those of open_pdf()
// (extract/open_pdf.h); not_found, when there is no such page; damaged, when it cannot be drawn. Not safe
// against hostile input by itself: add it to a Pool (extract/pool.h) as the task of a Job.
Result<PagePicture> render_page(std::string_view bytes, const std::string& password,
                                const RenderPage& wanted);

}  // namespace planmark

#include "cli/show_page.h"

#include <algorithm>

#include "base/format.h"
#include "extract/pool.h"
#include "reports/page_html.h"
#include "reports/png.h"
#include "review/kept_files.h"

namespace planmark {
namespace {

// Small print can be read, and a page takes some 200 kB; a poster is drawn no larger than a screen shows.
std::uint32_t resolution_for(const Page& page) {
  constexpr float usual = 110, longest_side = 2000;  // pixels an inch; pixels
  const float inches = std::max(page.width, page.height) / 72;
  return inches > 0 ? static_cast<std::uint32_t>(std::clamp(longest_side / inches, 1.0F, usual)) : 72;
}

Result<PagePicture> picture_of(const OpenWorkspace& open, const Document& document, std::uint32_t page,
                               const std::string& password) {
  const std::string& sha256 = document.sha256;
  const RenderPage wanted{.page = page, .dpi = resolution_for(document.pages[page])};
  return get_as<PagePicture>(do_alone({}, {.file = open.workspace.kept_file(sha256),
                                           .sha256 = sha256,
                                           .password = password,
                                           .made_pdf = made_pdf_of(open.workspace.kept_file(sha256)),
                                           .task = wanted}));
}

}  // namespace

Result<std::string> page_of(const OpenWorkspace& open, const RegisteredDocument& registered,
                            const ShowOptions& options) {
  if (registered.refusal) return tl::unexpected(*registered.refusal);
  auto document = open.workspace.load_document(registered.sha256);
  if (!document) return tl::unexpected(document.error());
  if (options.page < 1 || options.page > document->pages.size())
    return failure(ProblemKind::bad_input,
                   format("there is no page {}: the document has {}", options.page, document->pages.size()));
  PageHtml shown;
  shown.name = registered.file_names.front();
  shown.page = options.page - 1;
  const auto picture = picture_of(open, *document, shown.page, options.password);
  auto png = picture.and_then(png_of);
  if (png)
    shown.png = std::move(*png), shown.missing_fonts = picture->missing_fonts;
  else
    shown.no_picture = png.error().what;
  return page_html(*document, shown);
}

}  // namespace planmark

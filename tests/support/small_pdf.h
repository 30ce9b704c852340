// PDFs of a few objects, written by a test so that it shows its input.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

// A whole file from the bodies of its objects: objects[0] is "1 0 obj", the catalog.
std::string pdf_of(const std::vector<std::string>& objects);

std::string pdf_stream(std::string_view content, std::string_view more_entries = {});

struct SmallPage {
  std::string content;  // operators; the font /F1 is Helvetica, /F2 Helvetica-Bold, /Im a one-dot picture
  std::string entries = {};  // more entries of the page's dictionary: "/Rotate 90"
};

// A4 pages. `catalog` is put into the catalog's dictionary: "/PageLabels << ... >>".
std::string small_pdf(const std::vector<SmallPage>& pages, std::string_view catalog = {});

}  // namespace planmark

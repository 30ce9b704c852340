// What can be read in a file that is about to be published, wherever it hides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace planmark {

struct SearchedTexts {
  std::vector<std::string> texts;
  // What could not be looked into, each with its cause: an archive that does not open or is of another kind
  // than ZIP, a PDF, a picture that is cut or whose text is packed.
  std::vector<std::string> closed;
};

// The texts of one file: its bytes without data URLs and with entities decoded; for HTML and SVG also what is
// left without elements; and the same of everything that a data URL holds, to any depth. Of a PNG what it
// says beside its dots; of a ZIP archive the names and texts of its files. What has the name of an archive
// (.docx, .xlsx, .qdpx, ...) must be one.
SearchedTexts searched_texts(std::string_view path, std::string_view bytes);

}  // namespace planmark

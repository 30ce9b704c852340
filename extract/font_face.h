// The face of a font, from what a PDF says of it in several places.
#pragma once

#include <string>

namespace planmark {

struct FontFace {
  std::string name;  // without the prefix of a subset ("ABCDEF+"), printable ASCII alone; may be empty
  bool bold = false, italic = false;
};

// The entries of a font and of its descriptor.
struct FontEntries {
  std::string name;            // empty when it has none, as fonts whose letters the file draws
  std::string described_name;  // of the descriptor
  bool flagged_bold = false, flagged_italic = false;
  int weight = 0;  // 100 to 900; 0 when it is not said
};

// Names count as well as flags, which many writers leave out: "FrutigerLT-65Black", "FranklinGothic-Demi".
FontFace face_of(const FontEntries& entries);

}  // namespace planmark

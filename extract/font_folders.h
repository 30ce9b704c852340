// Where the files are that a page is drawn with when its own file does not carry its fonts.
#pragma once

#include <filesystem>
#include <vector>

namespace planmark {

// The folders of the fonts that fontconfig knows, and that of Poppler's character maps; sorted. Loads
// fontconfig's list into this process, so that one that may read nothing but these folders still finds the
// font that stands in for another: 10 ms where fontconfig has kept the list, otherwise as long as reading
// every font of the machine takes.
std::vector<std::filesystem::path> font_folders();

}  // namespace planmark

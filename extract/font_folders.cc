#include "extract/font_folders.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <system_error>

namespace planmark {
namespace {

// As Debian's poppler-data puts them.
constexpr const char* character_maps = "/usr/share/poppler";

// Fonts are often links from one folder to another.
std::filesystem::path folder_of(const FcChar8* file) {
  std::error_code error;
  return std::filesystem::canonical(reinterpret_cast<const char*>(file), error).parent_path();
}

}  // namespace

std::vector<std::filesystem::path> font_folders() {
  std::vector<std::filesystem::path> folders = {character_maps};
  if (!FcInit()) return folders;
  const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
  for (int i = 0; fonts && i < fonts->nfont; ++i) {
    FcChar8* file = nullptr;
    if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &file) == FcResultMatch)
      folders.push_back(folder_of(file));
  }
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  std::erase(folders, std::filesystem::path());
  return folders;
}

}  // namespace planmark

// The shape of the source tree: includes point down only, each library has one home, only cli/ prints.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/file.h"

namespace planmark {
namespace {

namespace fs = std::filesystem;

// From the lowest room to the highest: a room includes itself and those before it.
const std::vector<std::string> rooms = {"base",   "extract", "analyze", "compare",   "corpus",
                                        "review", "watch",   "reports", "workbench", "cli"};

struct Library {
  const char* headers;     // pattern of what stands between the brackets of #include <...>
  const char* home;        // pattern of the files that may include them
  std::size_t most_files;  // how many of those may
};

const Library libraries[] = {
    {"openssl/.*", "base/.*", 1},
    {"fmt/.*", "base/format\\.h", 1},
    {"tl/.*", "base/result\\.h", 1},
    // Poppler's core headers have no folder of their own: PDFDoc.h, TextOutputDev.h, goo/GooString.h ...
    {"(goo/|fofi/|splash/|poppler)?[A-Z][A-Za-z]*\\.h|poppler.*",
     "extract/(open_pdf|page_recorder|read_[a-z]*|render_page)\\.(cc|h)", 8},
    {"fontconfig/.*", "extract/font_folders\\.cc", 1},
    {"tesseract/.*|omp\\.h", "extract/ocr\\.cc", 1},
    {"gumbo\\.h", "extract/read_html\\.cc", 1},
    {"seccomp\\.h|linux/landlock\\.h", "extract/[a-z_]*\\.cc", 1},
    {"unicode/.*", "analyze/[a-z_]*\\.(cc|h)", 4},
    {"re2/.*", "analyze/[a-z_]*\\.(cc|h)", 4},
    {"toml\\+\\+.*", "analyze/[a-z_]*\\.cc", 1},
    {"zip\\.h", "corpus/zip_archive\\.cc", 1},
    {"pugi[a-z]*\\.hpp", "corpus/sheet_table\\.cc", 1},
    {"sqlite3\\.h", "review/database\\.(h|cc)", 2},
    {"xlsxwriter\\.h", "reports/workbook\\.cc", 1},
    {"curl/.*", "watch/(address|fetch)\\.cc", 2},
    {"cairo\\.h|cairo/.*", "reports/chart_png\\.cc", 1},
    {"png\\.h", "reports/png\\.cc", 1},
    {"nlohmann/.*", "reports/[a-z_]*\\.cc", 99},
    {"boost/.*", "workbench/http_server\\.cc", 1},
    {"kainjow/.*", "workbench/templates\\.cc", 1},
    {"argon2\\.h", "workbench/password\\.cc", 1},
    {"CLI/.*", "cli/(command_)?options\\.cc", 2},
};

struct Source {
  std::string room, name;  // "base", "base/file.cc"
  std::string text;
};

std::vector<Source> sources() {
  std::vector<Source> all;
  const fs::path root = PLANMARK_SOURCE_DIR;
  for (const std::string& room : rooms) {
    const auto files = files_below(root / room);
    if (!files) continue;
    for (const fs::path& path : *files) {
      if (path.extension() != ".cc" && path.extension() != ".h") continue;
      all.push_back({room, fs::relative(path, root).string(), read_file(path).value()});
    }
  }
  return all;
}

std::vector<std::string> all_of(const std::string& text, const char* pattern) {
  const std::regex regex(pattern);
  std::vector<std::string> found;
  for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
    found.push_back((*at)[1]);
  return found;
}

std::ptrdiff_t height(const std::string& room) {
  return std::find(rooms.begin(), rooms.end(), room) - rooms.begin();
}

TEST(Rooms, HaveSources) {
  std::set<std::string> seen;
  for (const Source& source : sources()) seen.insert(source.room);
  EXPECT_EQ(seen.size(), rooms.size());
}

TEST(Rooms, IncludeOnlyThemselvesAndWhatIsBelow) {
  for (const Source& source : sources()) {
    for (const std::string& room : all_of(source.text, "#include \"([a-z]+)/")) {
      EXPECT_LE(height(room), height(source.room)) << source.name << " includes " << room << "/";
    }
  }
}

TEST(Libraries, AreIncludedInTheirOneHome) {
  for (const Library& library : libraries) {
    const std::regex headers(library.headers), home(library.home);
    std::set<std::string> users;
    for (const Source& source : sources()) {
      for (const std::string& header : all_of(source.text, "#include <([^>]+)>")) {
        if (!std::regex_match(header, headers)) continue;
        users.insert(source.name);
        EXPECT_TRUE(std::regex_match(source.name, home)) << source.name << " includes <" << header << ">";
      }
    }
    EXPECT_LE(users.size(), library.most_files)
        << "files that include " << library.headers << ": " << testing::PrintToString(users);
  }
}

// Two types of one name are one to the linker, which then takes the functions of either for those of the
// other. Of these, no file includes both, and none of their functions is left to the linker: not to be added
// to.
const std::set<std::string> named_twice = {"Detail", "Mark", "Progress", "Verdict", "Visit"};

TEST(Types, OfHeadersHaveNamesOfTheirOwn) {
  std::map<std::string, std::string> homes;
  for (const Source& source : sources()) {
    if (!source.name.ends_with(".h")) continue;
    for (const std::string& type :
         all_of(source.text, "\n(?:struct|class|enum class) ([A-Za-z]+)[^;\n]*\\{")) {
      const auto [home, is_new] = homes.emplace(type, source.name);
      EXPECT_TRUE(is_new || home->second == source.name || named_twice.contains(type))
          << source.name << " and " << home->second << " both define " << type;
    }
  }
  EXPECT_GT(homes.size(), 100U);
}

TEST(Printing, IsDoneInCliAlone) {
  for (const Source& source : sources()) {
    if (source.room == "cli") continue;
    const auto found =
        all_of(source.text, "\n[^/\n]*\\b(std::cout|std::cerr|printf|fprintf|puts|perror) *[(<]");
    EXPECT_TRUE(found.empty()) << source.name << " prints with " << found.front();
  }
}

}  // namespace
}  // namespace planmark

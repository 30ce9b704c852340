// Office files that LibreOffice itself makes from a few lines, read back through the worker.
#include "extract/convert_office.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/file.h"
#include "base/format.h"
#include "extract/pool.h"
#include "tests/support/outline.h"
#include "tests/support/small_pdf.h"
#include "tests/support/temporary_folder.h"

namespace planmark {
namespace {

using namespace std::string_literals;
using testing::HasSubstr;
namespace fs = std::filesystem;

struct ConvertOfficeTest : testing::Test {
  TemporaryFolder folder;

  // Empty where LibreOffice, or the part of it that is needed, is not installed.
  fs::path made_by_libreoffice(const std::string& html, const std::string& kind,
                               const std::string& filter) const {
    const fs::path source = folder.write("source.html", html);
    const std::string command = format(
        "soffice -env:UserInstallation=file://{0}/profile --headless {3} --convert-to {1} --outdir {0} {2} "
        ">/dev/null 2>&1",
        folder.path().string(), kind, source.string(), filter);
    const fs::path made = folder.path() / ("source." + kind.substr(0, kind.find(':')));
    return std::system(command.c_str()) == 0 && fs::exists(made) ? made : fs::path();
  }
};

Result<Document> read_by_worker(const fs::path& file) {
  Pool pool({}, 1);
  pool.add({.file = file});
  return get_as<Document>(pool.next()->product);
}

constexpr const char* report =
    "<h1>Our plan</h1><p>We will listen to children.</p><ul><li>each year</li></ul>";

TEST_F(ConvertOfficeTest, WordAndWriterFilesAreRead) {
  for (const char* kind : {"docx", "odt"}) {
    const fs::path file = made_by_libreoffice(report, kind, "--infilter='HTML (StarWriter)'");
    if (file.empty()) GTEST_SKIP() << "libreoffice-writer is not installed";
    const Result<Document> document = read_by_worker(file);
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_EQ(document->text, "Our plan\nWe will listen to children.\neach year\n") << kind;
    EXPECT_EQ(document->pages.size(), 1U);
  }
}

std::string frame(const char* more, double top, const std::string& content) {
  return format("<draw:frame {} svg:x='2cm' svg:y='{}cm' svg:width='20cm' svg:height='3cm'>{}</draw:frame>",
                more, top, content);
}

std::string words(const std::string& text) {
  return "<draw:text-box><text:p>" + text + "</text:p></draw:text-box>";
}

std::string table_row(const std::string& left, const std::string& right) {
  const auto cell = [](const std::string& text) {
    return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
  };
  return "<table:table-row>" + cell(left) + cell(right) + "</table:table-row>";
}

// Two slides, the first with a speaker's note and the second with a table, as LibreOffice's flat format has
// them.
std::string two_slides() {
  const std::string schema = "urn:oasis:names:tc:opendocument:xmlns:";
  std::string names;
  for (const char* name : {"office", "text", "table", "presentation"})
    names += format(" xmlns:{0}='{1}{0}:1.0'", name, schema);
  names += format(" xmlns:draw='{0}drawing:1.0' xmlns:svg='{0}svg-compatible:1.0'", schema);
  const char* const title = "presentation:class='title'";
  std::string slides =
      "<?xml version='1.0' encoding='UTF-8'?>\n<office:document" + names +
      " office:version='1.2' office:mimetype='application/vnd.oasis.opendocument.presentation'>"
      "<office:body><office:presentation><draw:page>" +
      frame(title, 1, words("Starting well")) + frame("", 5, words("Children wait eighteen weeks.")) +
      "<presentation:notes>" + frame("presentation:class='notes'", 14, words("Not printed.")) +
      "</presentation:notes></draw:page><draw:page>" + frame(title, 1, words("What we will do")) +
      frame("", 5,
            "<table:table><table:table-column/><table:table-column/>" + table_row("Action", "By when") +
                table_row("Open two hubs", "March 2025") + "</table:table>") +
      "</draw:page></office:presentation></office:body></office:document>";
  std::replace(slides.begin(), slides.end(), '\'', '"');  // LibreOffice knows the format by them
  return slides;
}

TEST_F(ConvertOfficeTest, SlidesAreReadInTheirOrderWithoutNotes) {
  const fs::path source = folder.write("slides.fodp", two_slides());
  const std::string command = format(
      "soffice -env:UserInstallation=file://{0}/profile --headless --convert-to pptx --outdir {0} {1} "
      ">/dev/null 2>&1",
      folder.path().string(), source.string());
  const fs::path file = folder.path() / "slides.pptx";
  if (std::system(command.c_str()) != 0 || !fs::exists(file))
    GTEST_SKIP() << "libreoffice-impress is not installed";
  const Result<Document> document = read_by_worker(file);
  ASSERT_TRUE(document) << describe(document.error());
  EXPECT_EQ(document->text,
            "Starting well\nChildren wait eighteen weeks.\n"
            "What we will do\nAction\tBy when\nOpen two hubs\tMarch 2025\n");
  EXPECT_EQ(document->pages.size(), 2U);
}

TEST_F(ConvertOfficeTest, SeveralRunSideBySideAndLeaveNothing) {
  const fs::path file = made_by_libreoffice(report, "docx", "--infilter='HTML (StarWriter)'");
  if (file.empty()) GTEST_SKIP() << "libreoffice-writer is not installed";
  const fs::path temporary = folder.path() / "temporary";
  fs::create_directory(temporary);
  setenv("TMPDIR", temporary.c_str(), 1);
  Pool pool({}, 2);
  for (std::size_t i = 0; i < 2; ++i) pool.add({.id = i, .file = file});
  while (const std::optional<Outcome> outcome = pool.next()) EXPECT_TRUE(outcome->product);
  unsetenv("TMPDIR");
  EXPECT_TRUE(fs::is_empty(temporary));
}

TEST_F(ConvertOfficeTest, PagesAreDrawnFromThePdfThatWasKeptWhenTheFileWasRead) {
  const fs::path file = made_by_libreoffice(report, "docx", "--infilter='HTML (StarWriter)'");
  if (file.empty()) GTEST_SKIP() << "libreoffice-writer is not installed";
  Job job{.file = file, .made_pdf = folder.path() / "made.pdf"};
  ASSERT_TRUE(do_alone({}, job));
  EXPECT_TRUE(has_pdf_header(read_file(job.made_pdf).value()));
  folder.write("made.pdf", small_pdf({{"0 0 1 rg 0 0 595 842 re f"}}));
  job.task = RenderPage{.dpi = 36};
  const auto picture = get_as<PagePicture>(do_alone({}, job));
  ASSERT_TRUE(picture) << describe(picture.error());
  EXPECT_EQ(picture->pixels.substr(0, 3), std::string("\x00\x00\xFF", 3));
}

TEST_F(ConvertOfficeTest, WithoutLibreOfficeThatIsSaid) {
  const std::string before = std::getenv("PATH");
  setenv("PATH", folder.path().c_str(), 1);
  const auto pdf =
      convert_office("PK\x03\x04 ........................ word/document.xml", folder.path() / "new", {});
  setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(pdf);
  EXPECT_THAT(pdf.error().what, HasSubstr("LibreOffice"));
  EXPECT_THAT(pdf.error().fix, HasSubstr("install libreoffice-writer"));
}

TEST_F(ConvertOfficeTest, LockedAndBrokenFilesAreRefusedByName) {
  const Result<Document> locked = read_by_worker(
      folder.write("locked", "\xD0\xCF\x11\xE0 ... E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s));
  EXPECT_EQ(locked.error().kind, ProblemKind::encrypted);
  if (std::system("command -v soffice >/dev/null") != 0)
    GTEST_SKIP() << "libreoffice-writer is not installed";
  const Result<Document> broken =
      read_by_worker(folder.write("broken", "PK\x03\x04 ........................ word/document.xml"));
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().kind, ProblemKind::damaged) << describe(broken.error());
}

}  // namespace
}  // namespace planmark

#include "extract/open_pdf.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <UTF.h>
#include <dlfcn.h>
#include <poppler-config.h>

#include <algorithm>
#include <new>
#include <optional>
#include <span>

#include "base/format.h"
#include "extract/file_kind.h"
#include "extract/pdf_text.h"

// The core headers promise no stability: every release changes signatures and meanings that are used here and
// in the other files that include them.
static_assert(std::string_view(POPPLER_VERSION).starts_with("22.12."),
              "planmark is written for Poppler 22.12: check each use of a core class before raising this");

namespace planmark {
namespace {

constexpr int most_pages = 10'000;

// Poppler reports to functions without context, so what they need has to stand beside them.
thread_local std::uint32_t mistakes = 0;
thread_local bool true_colours = false;

void count_silently(ErrorCategory category, Goffset, const char*) {
  if (category == errSyntaxError) ++mistakes;
}

std::unique_ptr<PDFDoc> open(std::string_view bytes, const std::string& password) {
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  std::optional<GooString> secret;
  if (!password.empty()) secret.emplace(password);
  return std::make_unique<PDFDoc>(stream, secret, secret);  // which takes the stream
}

tl::unexpected<Problem> refusal(int error, std::string_view bytes, const std::string& password) {
  if (error == errEncrypted)
    return password.empty() ? failure(ProblemKind::encrypted, "the document needs a password")
                            : failure(ProblemKind::encrypted, "the password does not open the document");
  if (has_pdf_header(bytes))
    return failure(ProblemKind::damaged, "the document is broken: no page can be found in it", {},
                   "download it again, or open and save it in another program");
  return failure(ProblemKind::not_pdf, "the file is not a PDF");
}

}  // namespace

Result<std::shared_ptr<PDFDoc>> open_pdf(std::string_view bytes, const std::string& password) {
  if (bytes.empty()) return failure(ProblemKind::not_pdf, "the file is empty");
  if (const std::string kind = has_pdf_header(bytes) ? "" : foreign_kind(bytes); !kind.empty())
    return failure(ProblemKind::not_pdf, format("the file is not a PDF: it looks like {}", kind));
  try {
    prepare_to_read_pdf();
    std::unique_ptr<PDFDoc> pdf = open(bytes, {});
    if (!pdf->isOk() && pdf->getErrorCode() == errEncrypted && !password.empty()) pdf = open(bytes, password);
    if (!pdf->isOk()) return refusal(pdf->getErrorCode(), bytes, password);
    const int pages = pdf->getNumPages();
    if (pages <= 0) return failure(ProblemKind::damaged, "the document has no pages");
    if (pages > most_pages)
      return failure(ProblemKind::too_large,
                     format("the document claims {} pages; at most {} are read", pages, most_pages));
    return std::shared_ptr<PDFDoc>(std::move(pdf));
  } catch (const std::bad_alloc&) {
    return failure(ProblemKind::too_large, "reading the document takes more memory than is allowed");
  } catch (const std::exception& error) {
    return failure(ProblemKind::damaged, format("reading the document failed: {}", error.what()));
  }
}

std::string text_of(const GooString* pdf_string) {
  if (!pdf_string) return {};
  Unicode* characters = nullptr;
  const int count = TextStringToUCS4(pdf_string->toStr(), &characters);
  const std::string text = utf8_of({characters, static_cast<std::size_t>(std::max(0, count))});
  gfree(characters);
  return text;
}

std::uint32_t mistakes_so_far() { return mistakes; }

TrueColours::TrueColours() { true_colours = true; }
TrueColours::~TrueColours() { true_colours = false; }

void prepare_to_read_pdf() { static const GlobalParamsIniter poppler(count_silently); }

std::string poppler_version() { return POPPLER_VERSION; }

}  // namespace planmark

// Stands before the definition of the colour library. A profile that is refused is replaced by the alternate
// colour space; words are the same.
extern "C" void* cmsOpenProfileFromMem(const void* memory, unsigned size);
extern "C" void* cmsOpenProfileFromMem(const void* memory, unsigned size) {
  if (!planmark::true_colours) return nullptr;
  using Open = void* (*)(const void*, unsigned);
  const auto open_profile = reinterpret_cast<Open>(dlsym(RTLD_NEXT, "cmsOpenProfileFromMem"));
  return open_profile ? open_profile(memory, size) : nullptr;
}

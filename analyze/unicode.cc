#include "analyze/unicode.h"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uniset.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include <limits>

#include "analyze/rule_book.h"
#include "base/utf8.h"

namespace planmark {
namespace {

char32_t character_before(std::string_view text, std::size_t at) {
  do --at;
  while (!on_character_boundary(text, at));
  return decode_at(text, at).value;
}

const icu::Normalizer2* careful_nfkc() {
  static const icu::UnicodeSet normalised = [] {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeSet set(UNICODE_STRING_SIMPLE("[^[:dt=super:][:dt=sub:]\\u00B4\\u2033\\u2036]"), error);
    if (U_FAILURE(error)) set = icu::UnicodeSet(0, 0x10FFFF);
    set.freeze();
    return set;
  }();
  static const icu::FilteredNormalizer2* const normaliser = []() -> const icu::FilteredNormalizer2* {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error)) return nullptr;
    static const icu::FilteredNormalizer2 filtered(*nfkc, normalised);
    return &filtered;
  }();
  return normaliser;
}

NormalText unchanged(std::string_view text) {
  NormalText same{std::string(text), {}};
  same.back.reserve(text.size() + 1);
  for (std::uint32_t at = 0, start = 0; at <= text.size(); ++at) {
    if (on_character_boundary(text, at)) start = at;
    same.back.push_back(start);
  }
  return same;
}

}  // namespace

bool is_alphanumeric(char32_t character) { return u_isalnum(static_cast<UChar32>(character)); }
bool is_upper(char32_t character) { return u_isupper(static_cast<UChar32>(character)); }
bool is_lower(char32_t character) { return u_islower(static_cast<UChar32>(character)); }

bool on_word_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !is_alphanumeric(decode_at(text, at).value) || !is_alphanumeric(character_before(text, at));
}

NormalText normal_form(std::string_view text) {
  const icu::Normalizer2* nfkc = careful_nfkc();
  if (nfkc == nullptr || text.size() > std::numeric_limits<std::int32_t>::max()) return unchanged(text);
  NormalText normal;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&normal.text, static_cast<std::int32_t>(text.size()));
  UErrorCode error = U_ZERO_ERROR;
  nfkc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, &edits,
                      error);
  if (U_FAILURE(error)) return unchanged(text);
  normal.back.reserve(normal.text.size() + 1);
  icu::Edits::Iterator edit = edits.getFineIterator();
  while (edit.next(error)) {
    const auto source = static_cast<std::uint32_t>(edit.sourceIndex());
    std::uint32_t start = source;
    for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(edit.newLength()); ++i) {
      if (!edit.hasChange() && on_character_boundary(text, source + i)) start = source + i;
      normal.back.push_back(start);
    }
  }
  normal.back.push_back(static_cast<std::uint32_t>(text.size()));
  return normal;
}

std::string compatible_form(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(error);
  if (U_FAILURE(error) || text.size() > std::numeric_limits<std::int32_t>::max()) return std::string(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal, static_cast<std::int32_t>(text.size()));
  nfkc->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                      error);
  return U_FAILURE(error) ? std::string(text) : normal;
}

struct SentenceBreaker::Rep {
  std::unique_ptr<icu::BreakIterator> iterator;
  UText text = UTEXT_INITIALIZER;
};

SentenceBreaker::SentenceBreaker() : rep_(std::make_unique<Rep>()) {
  UErrorCode error = U_ZERO_ERROR;
  rep_->iterator.reset(icu::BreakIterator::createSentenceInstance(icu::Locale::getUK(), error));
  if (U_FAILURE(error)) rep_->iterator.reset();
}

SentenceBreaker::~SentenceBreaker() { utext_close(&rep_->text); }

std::vector<std::uint32_t> SentenceBreaker::breaks(std::string_view text) {
  std::vector<std::uint32_t> found;
  if (!rep_->iterator || text.empty()) return found;
  UErrorCode error = U_ZERO_ERROR;
  utext_openUTF8(&rep_->text, text.data(), static_cast<std::int64_t>(text.size()), &error);
  rep_->iterator->setText(&rep_->text, error);
  if (U_FAILURE(error)) return found;
  for (std::int32_t at = rep_->iterator->next(); at != icu::BreakIterator::DONE;
       at = rep_->iterator->next()) {
    const auto offset = static_cast<std::uint32_t>(at);
    if (offset > 0 && offset < text.size() && on_character_boundary(text, offset)) found.push_back(offset);
  }
  return found;
}

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

}  // namespace planmark

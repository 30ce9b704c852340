// Any page gives a document that keeps its promises and comes through the pipe as it is.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"
#include "extract/wire.h"
#include "tests/fuzz/expect.h"
#include "tests/fuzz/page_lines.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Lines = std::vector<std::string>;

Lines lines_in(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// Moves one number of the line a little or a lot.
void nudge(std::string& line, std::minstd_rand& random) {
  const std::size_t from = line.find_first_of("0123456789", random() % (line.size() + 1));
  if (from == std::string::npos) return;
  const std::size_t end = std::min(line.find_first_not_of("0123456789", from), line.size());
  const long value = end - from < 9 ? std::stol(line.substr(from, end - from)) : 0;
  constexpr long steps[] = {1, -1, 3, -3, 12, -12, 100, -100, 1000};
  line.replace(from, end - from, std::to_string(value + steps[random() % std::size(steps)]));
}

void change(Lines& lines, std::minstd_rand& random) {
  const auto at = [&] { return static_cast<std::ptrdiff_t>(random() % lines.size()); };
  const std::ptrdiff_t one = at(), other = at();
  switch (random() % 4) {
    case 0:
      lines.insert(lines.begin() + one, std::string(lines[static_cast<std::size_t>(other)]));
      break;
    case 1:
      lines.erase(lines.begin() + one);
      break;
    case 2:
      std::swap(lines[static_cast<std::size_t>(one)], lines[static_cast<std::size_t>(other)]);
      break;
    default:
      nudge(lines[static_cast<std::size_t>(one)], random);
  }
}

}  // namespace

// Bytes changed at random seldom leave a page: half of the changes are of whole lines and of numbers.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  Lines lines = lines_in({reinterpret_cast<const char*>(data), size});
  if (random() % 2 == 0 || lines.empty()) return LLVMFuzzerMutate(data, size, most);
  for (auto times = random() % 8 + 1; times > 0 && !lines.empty(); --times) change(lines, random);
  std::string changed;
  for (const std::string& line : lines) changed += line + "\n";
  const std::size_t kept = std::min(changed.size(), most);
  std::memcpy(data, changed.data(), kept);
  return kept;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace planmark;
  const RawDocument raw = raw_document_of({reinterpret_cast<const char*>(data), size});
  const Document document = lay_out(raw, "hash");
  expect_none(check_document(document));
  const Result<Product> received = decode(encode(Product(document)));
  expect(received.has_value(), "the document is refused at the other end of the pipe");
  expect(received->index() == 0 && std::get<Document>(*received) == document,
         "the pipe changes the document");
  return 0;
}

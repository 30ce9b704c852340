// The list of what to watch: a CSV with the columns system,part,edition,kind,address in any order; only
// `address` is needed. RFC 4180 quoting, comma or semicolon.
//
// system,part,edition,kind,address
// Ashmarsh and the Lyde,plan,,,https://www.example.org/our-plans
//
// An address is a publication page, whose links to documents are followed, or a document. `kind` is "page",
// "document" or empty: then a web page is taken for a publication page. What system, part and edition say
// holds for every document of the address: leave them empty where a page has several.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/identity.h"
#include "watch/address.h"

namespace planmark {

struct WatchEntry {
  Address address;
  Identity given{};       // system, part and edition
  bool document = false;  // a web page here is a document itself
  std::size_t line = 0;
};

// Errors name file:line: unknown column, part or kind; an edition that is no year; an address that cannot be
// used or stands twice; a list without an address.
Result<std::vector<WatchEntry>> read_watch_list(const std::filesystem::path& path);

}  // namespace planmark

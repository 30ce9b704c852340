// The documents that a publication page links to.
#pragma once

#include <string>
#include <vector>

#include "extract/html_tree.h"
#include "watch/address.h"

namespace planmark {

struct DocumentLink {
  std::string address;
  std::string text;   // what stands in the link, white space as one space
  bool sure = false;  // named as a document by its address or type; otherwise it may lead to a web page
  friend bool operator==(const DocumentLink&, const DocumentLink&) = default;
};

inline constexpr std::size_t most_document_links = 500;

// In the order of the page, each address once, at most most_document_links. A link is to a document when its
// path or query ends like one that can be read (.pdf, .docx, .odt, .pptx, .odp), when its type says so, when
// its text has a bracket with the word PDF or Word in it, or when its path has a part "download". Links are
// taken from where the page stands (`at`), or from its <base>.
std::vector<DocumentLink> document_links(const HtmlTree& page, const Address& at);

}  // namespace planmark

// A comparison of two editions as one HTML file: both side by side with the changed words marked, each change
// with its pages, the answers that moved and why. It opens offline, holds no script and is allowed none by
// its own policy; what it shows is chosen with boxes to tick.
#pragma once

#include <functional>
#include <string>

#include "reports/comparison_json.h"

namespace planmark {

// Where a page (from 0) of an edition can be seen.
using PageAddress = std::function<std::string(const RegisteredDocument& document, std::uint32_t page)>;

// With ChangesShown::bearing_on_questions the box for that is ticked. Pages lead to where the document was
// published, otherwise to its file beside this one.
std::string comparison_html(const EditionComparison& compared, const Register& systems, ChangesShown shown);

// What stands between head and foot of that page, for another page to hold; its look is comparison_style.
std::string comparison_body(const EditionComparison& compared, const Register& systems, ChangesShown shown,
                            const PageAddress& page_address);
extern const char* const comparison_style;

}  // namespace planmark

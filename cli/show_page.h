// One page as it was read, over its picture.
#pragma once

#include "base/result.h"
#include "cli/open_workspace.h"
#include "cli/options.h"

namespace planmark {

// The HTML page that page_html() (reports/page_html.h) makes. A page that cannot be drawn has its boxes alone
// and says why. Errors: bad_input, when there is no such page.
Result<std::string> page_of(const OpenWorkspace& open, const RegisteredDocument& registered,
                            const ShowOptions& options);

}  // namespace planmark

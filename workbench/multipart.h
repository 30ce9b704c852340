// Forms that carry a file: multipart/form-data (RFC 7578).
#pragma once

#include "workbench/request.h"

namespace planmark {

// The fields by name, with a file's bytes as the value of its field; the name that the file had is dropped,
// for nothing here is kept under it. Errors: bad_input, for what is not such a form, or has more than 100
// parts.
Result<Fields> parse_multipart(const Request& request);

}  // namespace planmark

// Text from documents made fit to stand in an HTML page.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// As text or inside a quoted attribute: the characters that HTML obeys become entities, other control
// characters than tab and line end are dropped, and so are marks that reverse the direction of text.
std::string html_of(std::string_view text);

// "data:TYPE;base64,...": bytes inside the page itself.
std::string data_url(std::string_view type, std::string_view bytes);

}  // namespace planmark

// The pages of the workbench: Mustache templates in workbench/pages/, built into the program. The one home of
// the template library.
//
// {{name}} is always text: html_of() (reports/html_text.h) makes it fit for HTML and for quoted attributes.
// layout.html alone inserts markup as it is: the page that was rendered for it.
#pragma once

#include <string>

#include "workbench/view.h"

namespace planmark {

// The page by name ("desk"), inside layout.html. `frame` fills the layout, `view` the page; a page sees the
// frame too. Files named part_NAME.html can be used in every page: {{>part_NAME}}.
std::string page_of(const std::string& name, const View& frame, const View& view);

// The template alone, without the layout: for a part of a page.
std::string fragment_of(const std::string& name, const View& view);

}  // namespace planmark

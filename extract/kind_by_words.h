// What a block is by its words alone, wherever they stand.
#pragma once

#include <string_view>

namespace planmark {

enum class ListSection { other, glossary, reference };

// What is listed under a heading: "Glossary", "Appendix B: References". `lower_text` is in lower case.
ListSection section_named(std::string_view lower_text);

// "figure 3: ...", "source: ...". `lower_text` is in lower case.
bool starts_like_caption(std::string_view lower_text);

}  // namespace planmark

// What the name of a font in a PDF says of its face.
#pragma once

#include <string>
#include <string_view>

namespace planmark {

// The name without the prefix of a subset ("ABCDEF+"), and without bytes that are no printable ASCII.
std::string plain_font_name(std::string_view name);

// "Helvetica-Bold", "FrutigerLT-65Black", "Avenir-Heavy", "FranklinGothic-Demi".
bool names_bold_face(std::string_view name);
// "Helvetica-Oblique", "Calibri-Italic".
bool names_italic_face(std::string_view name);

}  // namespace planmark

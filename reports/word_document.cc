#include "reports/word_document.h"

#include <array>

#include "base/format.h"
#include "corpus/zip_archive.h"
#include "reports/xml_text.h"

namespace planmark {
namespace {

// Twentieths of a point: A4 with margins of 2 cm. Pictures are measured in 1/914,400 inch.
constexpr unsigned page_width = 11906, page_height = 16838, page_margin = 1134;
constexpr unsigned text_width = page_width - 2 * page_margin;
constexpr std::uint64_t picture_units = std::uint64_t{text_width} * 635;

constexpr const char* content_types =
    R"xml(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>)xml";

constexpr const char* package_links =
    R"xml(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>)xml";

constexpr const char* relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* word_space =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture")";

struct StyleLook {
  const char *id, *name, *paragraph, *run;
};
constexpr std::array<StyleLook, 9> looks = {
    {{"Title", "Title", R"(<w:spacing w:after="240"/>)", R"(<w:b/><w:sz w:val="40"/>)"},
     {"Heading1", "heading 1",
      R"(<w:keepNext/><w:spacing w:before="480" w:after="120"/><w:outlineLvl w:val="0"/>)",
      R"(<w:b/><w:sz w:val="32"/>)"},
     {"Heading2", "heading 2",
      R"(<w:keepNext/><w:spacing w:before="320" w:after="80"/><w:outlineLvl w:val="1"/>)",
      R"(<w:b/><w:sz w:val="24"/>)"},
     {"Heading3", "heading 3",
      R"(<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="2"/>)",
      R"(<w:b/><w:sz w:val="22"/>)"},
     {"Heading4", "heading 4", R"(<w:keepNext/><w:outlineLvl w:val="3"/>)", R"(<w:b/>)"},
     {"Quote", "Quote", R"(<w:spacing w:after="120"/><w:ind w:left="400"/>)", R"(<w:i/>)"},
     {"Small", "Small", R"(<w:spacing w:after="60"/>)", R"(<w:color w:val="55595C"/><w:sz w:val="18"/>)"},
     {"Cell", "Cell", R"(<w:spacing w:before="30" w:after="30"/>)", ""},
     {"Warning", "Warning",
      R"(<w:pBdr><w:left w:val="single" w:sz="48" w:space="8" w:color="B3261E"/></w:pBdr>)", R"(<w:b/>)"}}};

std::string styles() {
  std::string xml = std::string(xml_begin) + "<w:styles" + word_space + ">";
  xml +=
      R"xml(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>)xml";
  for (const StyleLook& look : looks)
    xml += format(
        R"xml(<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>)xml",
        look.id, look.name, look.paragraph, look.run);
  return xml + "</w:styles>";
}

std::string run(std::string_view text, std::string_view look = {}) {
  std::string xml;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    xml += format(R"xml(<w:r>{}{}<w:t xml:space="preserve">{}</w:t></w:r>)xml",
                  look.empty() ? std::string() : format("<w:rPr>{}</w:rPr>", look),
                  begin == 0 ? "" : "<w:br/>", xml_of(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return xml;
}

std::string styled(std::string_view style, std::string_view runs) {
  return format(R"xml(<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}</w:p>)xml", style, runs);
}

std::string header(const std::string& mark) {
  return std::string(xml_begin) + "<w:hdr" + word_space + ">" +
         styled("Normal", run(mark, R"(<w:b/><w:color w:val="B3261E"/>)")) + "</w:hdr>";
}

std::string footer(const std::string& title) {
  return std::string(xml_begin) + "<w:ftr" + word_space + ">" +
         styled("Small", run(title + " · ") +
                             R"xml(<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>)xml") +
         "</w:ftr>";
}

std::string core(const std::string& title) {
  return std::string(xml_begin) +
         format(
             R"xml(<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>)xml",
             xml_of(title));
}

std::string document_links(std::size_t pictures) {
  std::string xml =
      std::string(xml_begin) +
      R"xml(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)xml";
  const auto link = [&](const std::string& id, const char* type, const std::string& target) {
    xml += format(R"xml(<Relationship Id="{}" Type="{}{}" Target="{}"/>)xml", id, relation, type, target);
  };
  link("rId1", "styles", "styles.xml");
  link("rId2", "header", "header1.xml");
  link("rId3", "footer", "footer1.xml");
  for (std::size_t i = 1; i <= pictures; ++i)
    link(format("picture{}", i), "image", format("media/picture{}.png", i));
  return xml + "</Relationships>";
}

std::string section() {
  return format(
      R"xml(<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="{0}" w:h="{1}"/><w:pgMar w:top="{2}" w:right="{2}" w:bottom="{2}" w:left="{2}" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>)xml",
      page_width, page_height, page_margin);
}

constexpr const char* borders =
    R"xml(<w:tblBorders><w:top w:val="single" w:sz="4" w:color="C9CCCE"/><w:bottom w:val="single" w:sz="4" w:color="C9CCCE"/><w:insideH w:val="single" w:sz="4" w:color="C9CCCE"/></w:tblBorders>)xml";

std::vector<unsigned> widths_of(std::size_t columns, const std::vector<unsigned>& hundredths) {
  std::vector<unsigned> widths(columns, text_width / static_cast<unsigned>(columns));
  for (std::size_t i = 0; i < columns && i < hundredths.size(); ++i)
    widths[i] = text_width * hundredths[i] / 100;
  return widths;
}

}  // namespace

void WordDocument::heading(unsigned level, std::string_view text) {
  body_ += styled(level == 0 ? std::string("Title") : format("Heading{}", level), run(text));
}

void WordDocument::paragraph(std::string_view text, Style style) {
  constexpr std::array<const char*, 4> names = {"Normal", "Quote", "Small", "Warning"};
  body_ += styled(names[static_cast<std::size_t>(style)], run(text));
}

void WordDocument::table(const std::vector<std::vector<std::string>>& rows,
                         const std::vector<unsigned>& hundredths) {
  if (rows.empty() || rows.front().empty()) return;
  const std::vector<unsigned> widths = widths_of(rows.front().size(), hundredths);
  body_ += format(
      R"xml(<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/>{}<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>)xml",
      text_width, borders);
  for (const unsigned width : widths) body_ += format(R"xml(<w:gridCol w:w="{}"/>)xml", width);
  body_ += "</w:tblGrid>";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    body_ += i == 0 ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                    : "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
    for (std::size_t column = 0; column < widths.size(); ++column) {
      const std::string text = column < rows[i].size() ? rows[i][column] : std::string();
      body_ += format(R"xml(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)xml",
                      widths[column], styled("Cell", run(text, i == 0 ? "<w:b/>" : "")));
    }
    body_ += "</w:tr>";
  }
  body_ += "</w:tbl>" + styled("Small", "");
}

void WordDocument::picture(std::string png, unsigned width, unsigned height, std::string_view alternative) {
  pictures_.push_back(std::move(png));
  const std::size_t number = pictures_.size();
  const std::uint64_t high = width == 0 ? 0 : picture_units * height / width;
  body_ += styled(
      "Normal",
      format(
          R"xml(<w:r><w:drawing><wp:inline><wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="Picture {2}" descr="{3}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{2}" name="picture{2}.png" descr="{3}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="picture{2}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>)xml",
          picture_units, high, number, xml_of(alternative)));
}

Result<std::string> WordDocument::bytes() const {
  const std::string document = std::string(xml_begin) + "<w:document" + word_space + "><w:body>" + body_ +
                               section() + "</w:body></w:document>";
  std::vector<ZipEntry> entries = {{"[Content_Types].xml", std::string(xml_begin) + content_types},
                                   {"_rels/.rels", std::string(xml_begin) + package_links},
                                   {"docProps/core.xml", core(title_)},
                                   {"word/document.xml", document},
                                   {"word/_rels/document.xml.rels", document_links(pictures_.size())},
                                   {"word/styles.xml", styles()},
                                   {"word/header1.xml", header(mark_)},
                                   {"word/footer1.xml", footer(title_)}};
  for (std::size_t i = 0; i < pictures_.size(); ++i)
    entries.push_back({format("word/media/picture{}.png", i + 1), pictures_[i], true});
  return zip_of(entries);
}

}  // namespace planmark

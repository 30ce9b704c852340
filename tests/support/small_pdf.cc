#include "tests/support/small_pdf.h"

#include "base/format.h"

namespace planmark {

std::string pdf_of(const std::vector<std::string>& objects) {
  std::string file = "%PDF-1.7\n";
  std::string table = format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += format("{:010} 00000 n \n", file.size());
    file += format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  return file + table +
         format("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
}

std::string pdf_stream(std::string_view content, std::string_view more_entries) {
  return format("<< /Length {} {} >>\nstream\n{}\nendstream", content.size(), more_entries, content);
}

std::string small_pdf(const std::vector<SmallPage>& pages, std::string_view catalog) {
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += format("{} 0 R ", 6 + 2 * i);
  std::vector<std::string> objects = {
      format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog),
      format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Helvetica-Bold /Encoding /WinAnsiEncoding >>",
      pdf_stream(
          "x",
          "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"),
  };
  for (std::size_t i = 0; i < pages.size(); ++i) {
    objects.push_back(
        format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << "
               "/F1 3 0 R "
               "/F2 4 0 R >> /XObject << /Im 5 0 R >> >> {} >>",
               7 + 2 * i, pages[i].entries));
    objects.push_back(pdf_stream(pages[i].content));
  }
  return pdf_of(objects);
}

}  // namespace planmark

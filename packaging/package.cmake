# What is installed, and the Debian package of it: cmake --install build/release; cpack --config
# build/release/CPackConfig.cmake makes planmark_VERSION_ARCH.deb. Needs dpkg-dev and file.
include(GNUInstallDirs)
install(TARGETS planmark RUNTIME)
install(DIRECTORY lexicons corpus/register DESTINATION ${CMAKE_INSTALL_DATADIR}/planmark)
install(FILES README.md CHANGELOG.md review/SCHEMA.md docs/serve.md docs/watch.md docs/api.md docs/report.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The planmark authors <planmark@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
# The libraries that the program is linked with, and the versions it was built against.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Fonts for pages whose file does not carry its own.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-liberation | fonts-urw-base35 | fonts-dejavu-core")
# The dictionary that tells text from what only looks like it, and what is needed to read pages that are pictures.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "wbritish, tesseract-ocr-eng")
# Reads .docx, .odt and .pptx by it, where it is there.
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-writer, libreoffice-impress")
include(CPack)

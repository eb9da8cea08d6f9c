/// The stylesheet that turns LibreOffice's own document model into marked text, inside the cage.
///
/// LibreOffice's text export drops headers, text boxes, footnotes and the borders between cells; its ODF export
/// drops the numbers that it computes for lists. An export filter with a stylesheet of one's own gets everything:
/// ODF, with the numbers as `text:number`. So the office does all the parsing, and what leaves the cage is text
/// with a few marks from Unicode's private use area (`OfficeMark`), which `OfficeText` puts into lines.
enum OfficeStylesheet {
    static let text = #"""
        <?xml version="1.0" encoding="UTF-8"?>
        <xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
        <xsl:output method="text" encoding="UTF-8"/>
        <xsl:key name="list" match="text:list-style" use="@style:name"/>
        <xsl:key name="style" match="style:style" use="concat(@style:family, ' ', @style:name)"/>
        <xsl:key name="deletion" match="text:changed-region[text:deletion]" use="@text:id"/>

        <xsl:template match="/">
            <xsl:for-each select="//style:master-page/*[starts-with(local-name(), 'header')
                or starts-with(local-name(), 'footer')]//*[self::text:p or self::text:h]">
                <xsl:value-of select="concat('&#xE0F9;', local-name(ancestor::*[parent::style:master-page]), '&#xE0F9;')"/>
                <xsl:call-template name="inline"/>
                <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
            <xsl:for-each select="//office:meta//*[not(*)][normalize-space()]|//office:annotation//text:p
                |//text:changed-region/text:deletion//text:p|//draw:*/*[local-name() = 'title' or local-name() = 'desc']">
                <xsl:value-of select="concat('&#xE0FF;', normalize-space(.), '&#10;')"/>
            </xsl:for-each>
            <xsl:if test="//text:changed-region"><xsl:text>&#xE0F3;&#10;</xsl:text></xsl:if>
            <xsl:apply-templates select="//office:body/office:text/*" mode="block"/>
            <xsl:for-each select="//office:body//text:note">
                <xsl:text>&#xE0F8;</xsl:text>
                <xsl:value-of select="text:note-citation"/>
                <xsl:for-each select="text:note-body//text:p">
                    <xsl:text> </xsl:text>
                    <xsl:call-template name="inline"/>
                </xsl:for-each>
                <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
        </xsl:template>

        <xsl:template match="text:tracked-changes|text:sequence-decls|text:table-of-content|office:forms
            |office:scripts" mode="block"/>
        <xsl:template match="*" mode="block"><xsl:apply-templates select="*" mode="block"/></xsl:template>

        <xsl:template match="text:p|text:h" mode="block">
            <xsl:call-template name="label"/>
            <xsl:call-template name="inline"/>
            <xsl:text>&#10;</xsl:text>
            <xsl:apply-templates select="*" mode="box"/>
        </xsl:template>

        <xsl:template match="text:note|office:annotation" mode="box"/>
        <xsl:template match="*" mode="box"><xsl:apply-templates select="*" mode="box"/></xsl:template>
        <xsl:template match="draw:*" mode="box"><xsl:apply-templates select="*" mode="block"/></xsl:template>

        <!-- Letterhead and signature blocks are tables without being one: cell after cell, line after line. -->
        <xsl:template match="table:table" mode="block">
            <xsl:variable name="table" select="generate-id()"/>
            <xsl:variable name="rows" select=".//table:table-row[generate-id(ancestor::table:table[1]) = $table]"/>
            <xsl:variable name="widest" select="count($rows[1]/table:table-cell)"/>
            <xsl:variable name="isLayout" select="count($rows) = 1 or $widest = 1 or ($widest &lt; 4 and (
                contains(., 'Độc lập') or contains(., 'ĐỘC LẬP') or contains(., '§éc lËp') or contains(., 'Ñoäc laäp') or
                contains(., 'Nơi nhận') or contains(., 'NƠI NHẬN') or contains(., 'N¬i nhËn') or contains(., 'Nôi nhaän')))"/>
            <xsl:choose>
                <xsl:when test="$isLayout"><xsl:apply-templates select="$rows/table:table-cell/*" mode="block"/></xsl:when>
                <xsl:otherwise><xsl:apply-templates select="$rows" mode="row"/></xsl:otherwise>
            </xsl:choose>
        </xsl:template>

        <xsl:template match="table:table-row" mode="row">
            <xsl:text>&#xE0F6;</xsl:text>
            <xsl:for-each select="table:table-cell|table:covered-table-cell">
                <xsl:if test="position() &gt; 1"><xsl:text>&#xE0F7;</xsl:text></xsl:if>
                <xsl:choose>
                    <xsl:when test="self::table:covered-table-cell"><xsl:text>&#xE0F4;</xsl:text></xsl:when>
                    <xsl:otherwise>
                        <xsl:if test="@table:number-rows-spanned &gt; 1">
                            <xsl:value-of select="concat('&#xE0F5;', @table:number-rows-spanned, '&#xE0F5;')"/>
                        </xsl:if>
                        <xsl:for-each select=".//text:p[not(ancestor::text:note)]|.//text:h">
                            <xsl:if test="position() &gt; 1"><xsl:text>&#x2029;</xsl:text></xsl:if>
                            <xsl:call-template name="label"/>
                            <xsl:call-template name="inline"/>
                        </xsl:for-each>
                    </xsl:otherwise>
                </xsl:choose>
            </xsl:for-each>
            <xsl:text>&#10;</xsl:text>
        </xsl:template>

        <!-- The number or bullet, once per list item. -->
        <xsl:template name="label">
            <xsl:choose>
                <xsl:when test="text:number"><xsl:value-of select="concat(text:number, ' ')"/></xsl:when>
                <xsl:when test="not(parent::text:list-item) or preceding-sibling::text:p or preceding-sibling::text:h"/>
                <xsl:when test="../text:number"><xsl:value-of select="concat(../text:number, ' ')"/></xsl:when>
                <xsl:otherwise>
                    <xsl:variable name="level" select="count(ancestor::text:list)"/>
                    <xsl:variable name="bullet" select="key('list', ancestor::text:list[@text:style-name][1]
                        /@text:style-name)/text:list-level-style-bullet[@text:level = $level]/@text:bullet-char"/>
                    <xsl:if test="$bullet"><xsl:value-of select="concat('&#xE0FA;', $bullet, '&#xE0FA; ')"/></xsl:if>
                </xsl:otherwise>
            </xsl:choose>
        </xsl:template>

        <!-- Fonts of the older encodings whose letters are all capitals say so only by their name. -->
        <xsl:template name="inline">
            <xsl:variable name="font" select="key('style', concat('paragraph ', @text:style-name))
                /style:text-properties/@style:font-name"/>
            <xsl:variable name="isCapital" select="starts-with($font, '.Vn') and contains($font, 'H')"/>
            <xsl:variable name="caps"><xsl:call-template name="shownCapital"><xsl:with-param name="style"
                select="key('style', concat('paragraph ', @text:style-name))"/></xsl:call-template></xsl:variable>
            <xsl:if test="$caps = 1"><xsl:text>&#xE0FD;</xsl:text></xsl:if>
            <xsl:if test="$isCapital"><xsl:text>&#xE0FB;</xsl:text></xsl:if>
            <xsl:apply-templates mode="inline"/>
            <xsl:if test="$isCapital"><xsl:text>&#xE0FC;</xsl:text></xsl:if>
            <xsl:if test="$caps = 1"><xsl:text>&#xE0FE;</xsl:text></xsl:if>
        </xsl:template>
        <xsl:template match="text:span" mode="inline">
            <xsl:variable name="font" select="key('style', concat('text ', @text:style-name))
                /style:text-properties/@style:font-name"/>
            <xsl:variable name="isCapital" select="starts-with($font, '.Vn') and contains($font, 'H')"/>
            <xsl:variable name="caps"><xsl:call-template name="shownCapital"><xsl:with-param name="style"
                select="key('style', concat('text ', @text:style-name))"/></xsl:call-template></xsl:variable>
            <xsl:if test="$caps = 1"><xsl:text>&#xE0FD;</xsl:text></xsl:if>
            <xsl:if test="$isCapital"><xsl:text>&#xE0FB;</xsl:text></xsl:if>
            <xsl:apply-templates mode="inline"/>
            <xsl:if test="$isCapital"><xsl:text>&#xE0FC;</xsl:text></xsl:if>
            <xsl:if test="$caps = 1"><xsl:text>&#xE0FE;</xsl:text></xsl:if>
        </xsl:template>

        <!-- Word's "All caps" and "Small caps", of the style itself or of one that it builds on. -->
        <xsl:template name="shownCapital">
            <xsl:param name="style"/>
            <xsl:param name="depth" select="0"/>
            <xsl:variable name="own" select="$style/style:text-properties"/>
            <xsl:choose>
                <xsl:when test="not($style) or $depth &gt; 10"/>
                <xsl:when test="$own/@fo:text-transform = 'uppercase' or $own/@fo:font-variant = 'small-caps'">1</xsl:when>
                <xsl:when test="$own/@fo:text-transform or $own/@fo:font-variant"/>
                <xsl:otherwise><xsl:call-template name="shownCapital">
                    <xsl:with-param name="style" select="key('style', concat($style/@style:family, ' ', $style/@style:parent-style-name))"/>
                    <xsl:with-param name="depth" select="$depth + 1"/>
                </xsl:call-template></xsl:otherwise>
            </xsl:choose>
        </xsl:template>

        <xsl:template match="*" mode="inline"><xsl:apply-templates mode="inline"/></xsl:template>
        <xsl:template match="text()" mode="inline"><xsl:value-of select="translate(., '&#10;&#13;', '  ')"/></xsl:template>
        <xsl:template match="draw:*|office:annotation|office:annotation-end|text:number|text:page-number" mode="inline"/>
        <xsl:template match="text:note" mode="inline"><xsl:value-of select="text:note-citation"/></xsl:template>
        <xsl:template match="text:line-break" mode="inline"><xsl:text>&#x2028;</xsl:text></xsl:template>
        <xsl:template match="text:tab" mode="inline"><xsl:text>    </xsl:text></xsl:template>
        <xsl:template match="text:s" mode="inline">
            <xsl:choose>
                <xsl:when test="@text:c &lt; 200">
                    <xsl:value-of select="substring('                                                                                                                                                                                                        ', 1, @text:c)"/>
                </xsl:when>
                <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
            </xsl:choose>
        </xsl:template>
        <xsl:template match="text:change-start" mode="inline">
            <xsl:if test="key('deletion', @text:change-id)"><xsl:text>&#xE0F1;</xsl:text></xsl:if>
        </xsl:template>
        <xsl:template match="text:change-end" mode="inline">
            <xsl:if test="key('deletion', @text:change-id)"><xsl:text>&#xE0F2;</xsl:text></xsl:if>
        </xsl:template>
        </xsl:stylesheet>
        """#

    /// Where the stylesheet stands inside the cage.
    static let cagePath = "/in/document.xsl"

    /// The settings of LibreOffice's fresh profile: the filter above, no macros, nothing fetched, nothing kept.
    static let profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
            oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"
            oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop
            oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"
            oor:op="fuse"><value>0</value></prop></item>
        <item oor:path="/org.openoffice.TypeDetection.Types/Types"><node oor:name="loa_text" oor:op="replace">
            <prop oor:name="Extensions"><value>loatext</value></prop>
            <prop oor:name="UIName"><value>Loa text</value></prop>
            <prop oor:name="Preferred"><value>false</value></prop></node></item>
        <item oor:path="/org.openoffice.TypeDetection.Filter/Filters"><node oor:name="Loa Text" oor:op="replace">
            <prop oor:name="FileFormatVersion"><value>0</value></prop>
            <prop oor:name="Type"><value>loa_text</value></prop>
            <prop oor:name="DocumentService"><value>com.sun.star.text.TextDocument</value></prop>
            <prop oor:name="UserData"><value
            oor:separator=",">com.sun.star.documentconversion.XSLTFilter,,com.sun.star.comp.Writer.XMLOasisImporter,com.sun.star.comp.Writer.XMLOasisExporter,,file://\(cagePath),,true</value></prop>
            <prop oor:name="FilterService"><value>com.sun.star.comp.Writer.XmlFilterAdaptor</value></prop>
            <prop oor:name="UIName"><value>Loa text</value></prop>
            <prop oor:name="Flags"><value>EXPORT ALIEN 3RDPARTYFILTER</value></prop></node></item>
        </oor:items>
        """
}

package io.rhomboid.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Paper cuts of people and rooms that there are not, made from their names: the same name, the same picture. */
final class Drawing {

    private static final Color[] WALLS = {
        new Color(0xE3F1EF), new Color(0xFAF0E4), new Color(0xEFE8F3), new Color(0xE6EEF8), new Color(0xF6E7E4)
    };
    private static final Color[] CLOTHES = {
        new Color(0x0F6E6E), new Color(0x35506B), new Color(0x7A4E62), new Color(0x5B6B3A), new Color(0x9A5B34)
    };

    private Drawing() {}

    /** A JPEG, 480 wide and 600 high. */
    static byte[] portrait(String name) {
        var random = new Random(name.hashCode());
        var wall = any(WALLS, random);
        var clothes = any(CLOTHES, random);
        var paper = mixed(any(CLOTHES, random), Color.WHITE, 0.72);
        var hair = mixed(any(CLOTHES, random), Color.BLACK, 0.45);
        var longHair = random.nextBoolean();
        var glasses = random.nextInt(4) == 0;
        return jpeg(480, 600, pen -> {
            pen.setPaint(new GradientPaint(0, 0, wall, 480, 600, Color.WHITE));
            pen.fill(new Rectangle2D.Double(0, 0, 480, 600));
            pen.setPaint(hair);
            if (longHair) pen.fill(new RoundRectangle2D.Double(125, 110, 230, 330, 200, 200));
            pen.setPaint(clothes);
            pen.fill(new RoundRectangle2D.Double(60, 410, 360, 400, 220, 220));
            pen.setPaint(paper.darker());
            pen.fill(new RoundRectangle2D.Double(202, 340, 76, 110, 60, 60));
            pen.setPaint(hair);
            pen.fill(new Ellipse2D.Double(136, 100, 208, 230));
            pen.setPaint(paper);
            pen.fill(new Ellipse2D.Double(150, 140, 180, 230));
            pen.setPaint(hair);
            pen.fill(new Arc2D.Double(146, 104, 188, 150, 10, 170, Arc2D.CHORD));
            pen.setPaint(hair);
            pen.fill(new Ellipse2D.Double(198, 248, 14, 16));
            pen.fill(new Ellipse2D.Double(268, 248, 14, 16));
            pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            if (glasses) {
                pen.draw(new Ellipse2D.Double(182, 234, 46, 44));
                pen.draw(new Ellipse2D.Double(252, 234, 46, 44));
            }
            pen.setPaint(paper.darker());
            pen.draw(new Arc2D.Double(232, 262, 18, 40, 250, 110, Arc2D.OPEN));
            pen.setPaint(hair);
            pen.draw(new Arc2D.Double(208, 290, 64, 40, 205, 130, Arc2D.OPEN));
        });
    }

    /** A JPEG, 960 wide and 640 high: a table under a window, or the way in. */
    static byte[] room(String clinic, int number) {
        var random = new Random(31L * clinic.hashCode() + number);
        var wall = any(WALLS, random);
        var cloth = any(CLOTHES, random);
        var wide = number % 2 == 0;
        return jpeg(960, 640, pen -> {
            pen.setPaint(new GradientPaint(0, 0, wall, 0, 460, wall.brighter()));
            pen.fill(new Rectangle2D.Double(0, 0, 960, 460));
            pen.setPaint(new GradientPaint(0, 460, new Color(0xC9A77F), 0, 640, new Color(0xA98258)));
            pen.fill(new Rectangle2D.Double(0, 460, 960, 180));
            pen.setPaint(new GradientPaint(0, 90, new Color(0xBFE0F2), 0, 330, new Color(0xF5FBFF)));
            var window = wide ? new Rectangle2D.Double(330, 80, 300, 230) : new Rectangle2D.Double(90, 70, 190, 330);
            pen.fill(window);
            pen.setPaint(Color.WHITE);
            pen.setStroke(new BasicStroke(12));
            pen.draw(window);
            pen.draw(new Rectangle2D.Double(window.getCenterX(), window.getY(), 0, window.getHeight()));
            pen.setPaint(cloth);
            if (wide) {
                pen.fill(new RoundRectangle2D.Double(230, 400, 500, 60, 40, 40));
                pen.setPaint(Color.WHITE);
                pen.fill(new RoundRectangle2D.Double(250, 372, 120, 44, 40, 40));
                pen.setPaint(new Color(0x6B4A2F));
                pen.fill(new Rectangle2D.Double(270, 460, 26, 120));
                pen.fill(new Rectangle2D.Double(664, 460, 26, 120));
            } else {
                pen.fill(new RoundRectangle2D.Double(420, 330, 380, 110, 50, 50));
                pen.fill(new RoundRectangle2D.Double(400, 420, 420, 90, 50, 50));
                pen.setPaint(Color.WHITE);
                pen.fill(new RoundRectangle2D.Double(450, 350, 90, 80, 30, 30));
            }
            pen.setPaint(new Color(0x8C5A3C));
            pen.fill(new RoundRectangle2D.Double(850, 430, 70, 80, 16, 16));
            pen.setPaint(new Color(0x4E7D54));
            for (int leaf = 0; leaf < 5; leaf++) {
                pen.fill(new Ellipse2D.Double(830 + 20 * leaf, 300 + 14 * Math.abs(leaf - 2), 34, 140));
            }
        });
    }

    private static Color mixed(Color one, Color other, double share) {
        return new Color(
                mixed(one.getRed(), other.getRed(), share),
                mixed(one.getGreen(), other.getGreen(), share),
                mixed(one.getBlue(), other.getBlue(), share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private static Color any(Color[] colours, Random random) {
        return colours[random.nextInt(colours.length)];
    }

    private static byte[] jpeg(int width, int height, Consumer<Graphics2D> drawing) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(pen);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
